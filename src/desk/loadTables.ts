import type { PayloadRequest } from 'payload'
import { blankTables } from '../formats/cells.ts'
import { formatOf } from '../formats/index.ts'
import type { TablesData } from '../formats/types.ts'
import type { Report, TableRow } from '../payload-types.ts'

export interface LoadedTables {
  tables: TablesData
  /** Id of each row, by `table.row`. */
  rowIds: Map<string, string>
}

export const rowPath = (table: string, row: string): string => `${table}.${row}`

/** Reads all cells of a report, within the request's transaction. */
export async function loadTables(req: PayloadRequest, report: Report): Promise<LoadedTables> {
  const { docs } = await req.payload.db.find<TableRow>({
    collection: 'table-rows',
    where: { report: { equals: report.id } },
    pagination: false,
    limit: 0,
    req,
  })
  const tables = blankTables(formatOf(report.format ?? ''))
  const rowIds = new Map<string, string>()
  for (const { id, table, row, cells } of docs) {
    rowIds.set(rowPath(table, row), id)
    Object.assign((tables[table][row] ??= {}), cells)
  }
  return { tables, rowIds }
}

import { blankTables } from '../formats/cells.ts'
import { formatOf } from '../formats/index.ts'
import type { FormatKey } from '../formats/index.ts'
import type { TableKey, TablesData } from '../formats/types.ts'
import { chooseFormat } from './chooseFormat.ts'
import { readDisputes } from './readDisputes.ts'
import { readLabelledRows } from './readLabelledRows.ts'
import type { TableSink } from './readLabelledRows.ts'
import type { PrintedTables } from './recogniseTables.ts'
import type { Unread } from './types.ts'

export interface TablesRead {
  readonly format: FormatKey
  readonly tables: TablesData
  readonly unread: Unread[]
}

/**
 * Reads the figures of the three tables.
 * @param printed what was recognised in the file; a missing table stays blank
 * @param year decides the form only where the tables do not
 */
export function readTables(printed: PrintedTables, year: number | undefined): TablesRead {
  const format = chooseFormat(printed, year)
  const form = formatOf(format)
  const tables = blankTables(form)
  const unread: Unread[] = []
  const sinkFor = (key: TableKey): TableSink => ({
    set: (row, column, value) => {
      const cells = tables[key][row]
      if (cells && column in cells) cells[column] = value
    },
    unread: (entries) => {
      const label = form.tables[key].label
      unread.push(...entries.map((entry) => ({ ...entry, reason: `${label}：${entry.reason}` })))
    },
  })
  for (const key of ['disclosure', 'applications'] as const) {
    readLabelledRows(key, form.tables, printed[key] ?? [], sinkFor(key))
  }
  readDisputes(form.tables.disputes, printed.disputes ?? [], sinkFor('disputes'))
  return { format, tables, unread }
}

import type { CellRef, CellValue, TableKey } from '../formats/types.ts'
import type { ReportContent } from './types.ts'

/** Reads cells of a published report by row and column. */
export type CellReader = (ref: CellRef) => CellValue

/** @returns a reader that gives `null` for a cell that is blank or that the report does not have. */
export function cellsOf(content: ReportContent): CellReader {
  const rows = new Map(
    Object.entries(content.tables).flatMap(([table, { rows }]) =>
      rows.map((row) => [`${table}.${row.key}`, row.cells] as const),
    ),
  )
  return ({ table, row, column }) => rows.get(`${table}.${row}`)?.[column] ?? null
}

/** @returns the values of one row in the order of `columns`. */
export const rowValues = (
  read: CellReader,
  table: TableKey,
  row: string,
  columns: readonly { readonly key: string }[],
): CellValue[] => columns.map((column) => read({ table, row, column: column.key }))

import { tableKeys } from './index.ts'
import type { CellRef, Column, Format, Row, TableKey, Tables, TablesData } from './types.ts'

/** Which cells a form has. Looked up once a form, for it is asked on every keystroke and save. */

export interface FormatRow {
  readonly table: TableKey
  readonly row: Row
  readonly columns: readonly Column[]
}

const rowsByTables = new WeakMap<Tables, readonly FormatRow[]>()

/** All rows of a form with their columns, in the official order. */
export function rowsOf(format: Format): readonly FormatRow[] {
  let rows = rowsByTables.get(format.tables)
  if (!rows) {
    rows = tableKeys.flatMap((table) =>
      format.tables[table].groups.flatMap((group) =>
        group.rows.map((row) => ({ table, row, columns: group.columns })),
      ),
    )
    rowsByTables.set(format.tables, rows)
  }
  return rows
}

/** @returns the row with its columns, or `undefined` when the form has no such row. */
export const findRow = (format: Format, table: string, row: string): FormatRow | undefined =>
  rowsOf(format).find((candidate) => candidate.table === table && candidate.row.key === row)

/** @returns the column, or `undefined` when the row has no such cell in this form. */
export const findColumn = (format: Format, ref: CellRef): Column | undefined =>
  findRow(format, ref.table, ref.row)?.columns.find((column) => column.key === ref.column)

/** Every cell of a form, in the official order. */
export const cellRefsOf = (format: Format): CellRef[] =>
  rowsOf(format).flatMap(({ table, row, columns }) =>
    columns.map((column) => ({ table, row: row.key, column: column.key })),
  )

/** The cells that are not filled in yet, in the official order. */
export const blankCellsOf = (format: Format, tables: TablesData): CellRef[] =>
  cellRefsOf(format).filter(
    ({ table, row, column }) => (tables[table][row]?.[column] ?? null) === null,
  )

/** The tables of a form with every cell blank. */
export function blankTables(format: Format): TablesData {
  const tables: TablesData = { disclosure: {}, applications: {}, disputes: {} }
  for (const { table, row, columns } of rowsOf(format)) {
    tables[table][row.key] = Object.fromEntries(columns.map((column) => [column.key, null]))
  }
  return tables
}

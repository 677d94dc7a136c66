import { rowsOf } from '../formats/cells.ts'
import { formatOf, type FormatKey } from '../formats/index.ts'
import { blankTables } from '../formats/cells.ts'
import type { TableKey, TablesData } from '../formats/types.ts'

/** Tables with the same value in every cell. */
export function allCells(format: FormatKey, value: number): TablesData {
  const tables = blankTables(formatOf(format))
  for (const { table, row, columns } of rowsOf(formatOf(format))) {
    tables[table][row.key] = Object.fromEntries(columns.map(({ key }) => [key, value]))
  }
  return tables
}

/**
 * Tables that are zero but for the given rows.
 * @param given table → row → values in the order of the columns
 */
export function tablesWith(
  format: FormatKey,
  given: Partial<Record<TableKey, Record<string, number[]>>>,
): TablesData {
  const tables = allCells(format, 0)
  for (const { table, row, columns } of rowsOf(formatOf(format))) {
    const values = given[table]?.[row.key]
    if (!values) continue
    tables[table][row.key] = Object.fromEntries(columns.map(({ key }, i) => [key, values[i] ?? 0]))
  }
  return tables
}

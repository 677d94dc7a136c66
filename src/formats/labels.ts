import { findColumn, findRow } from './cells.ts'
import type { CellRef, Format, TableKey } from './types.ts'

/** How messages speak of cells: in the words that the editor sees on the form. */

/** The row's own label, without the merged labels before it. */
export function rowLabel(format: Format, table: TableKey, row: string): string {
  return findRow(format, table, row)?.row.labels.at(-1) ?? row
}

export function columnLabel(format: Format, ref: CellRef): string {
  return findColumn(format, ref)?.label ?? ref.column
}

/** For example 依申请公开表“（一）予以公开”行“自然人”列. */
export function cellLabel(format: Format, ref: CellRef): string {
  const table = format.tables[ref.table].label
  return `${table}“${rowLabel(format, ref.table, ref.row)}”行“${columnLabel(format, ref)}”列`
}

/** The dotted path that errors name a cell by, such as `tables.applications.received.total`. */
export const cellPath = (ref: CellRef): string => `tables.${ref.table}.${ref.row}.${ref.column}`

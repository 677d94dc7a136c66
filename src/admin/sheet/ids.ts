import type { CellRef, TableKey } from '../../formats/types.ts'

/** Ids of elements on the page; a page shows one report's sheets. */

export const inputId = ({ table, row, column }: CellRef): string =>
  `sheet-cell-${table}-${row}-${column}`

export const headId = (table: TableKey, position: string): string =>
  `sheet-head-${table}-${position}`

export const headingId = (table: TableKey): string => `sheet-heading-${table}`

export const hintId = 'sheet-hint'

/** @returns the cell's input, when it is on the page */
export function inputOf(cell: CellRef): HTMLInputElement | undefined {
  const element = document.getElementById(inputId(cell))
  return element instanceof HTMLInputElement ? element : undefined
}

import type { LayoutCell, TableLayout } from '../formats/layout.ts'

export type LayoutRow = readonly LayoutCell[]

/** The parts of an HTML table. */
export interface TableParts {
  /** The rows on top that hold nothing but heads of columns. */
  readonly head: readonly LayoutRow[]
  readonly bodies: readonly (readonly LayoutRow[])[]
}

/** A merged head counts for every row or column that it spans, so `row` and `col` are enough. */
export const scopes = { columnHead: 'col', rowHead: 'row', groupHead: 'rowgroup' } as const

/** @returns the rows of a printed table by the part of the table that they stand in */
export function partsOf({ rows }: TableLayout): TableParts {
  const heads = rows.findIndex((row) => row.some(({ kind }) => kind !== 'columnHead'))
  return { head: rows.slice(0, heads), bodies: byGroup(rows.slice(heads)) }
}

/** A group's line begins a new body, so that its scope ends where the group ends. */
function byGroup(rows: readonly LayoutRow[]): LayoutRow[][] {
  const groups: LayoutRow[][] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (!last || row.some(({ kind }) => kind === 'groupHead')) groups.push([row])
    else last.push(row)
  }
  return groups
}

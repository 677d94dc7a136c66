import type { LayoutCell } from './layout.ts'

interface Spanning {
  readonly colSpan: number
  readonly rowSpan: number
}

/** A cell of a printed table and where it is. */
export interface Placed<Cell extends Spanning = LayoutCell> {
  readonly cell: Cell
  /** Of its upper left place, from 0. */
  readonly row: number
  readonly column: number
}

/** Lays the cells out as a browser does: each in the first place that no cell above reaches into. */
export function placesOf<Cell extends Spanning>(
  rows: readonly (readonly Cell[])[],
): Placed<Cell>[] {
  const taken = rows.map(() => new Set<number>())
  return rows.flatMap((cells, row) => {
    let column = 0
    return cells.map((cell) => {
      while (taken[row]?.has(column)) column += 1
      for (let down = 0; down < cell.rowSpan; down += 1) {
        for (let right = 0; right < cell.colSpan; right += 1) {
          taken[row + down]?.add(column + right)
        }
      }
      return { cell, row, column }
    })
  })
}

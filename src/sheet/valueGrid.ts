import { layoutOf } from '../formats/layout.ts'
import type { CellRef, Format, TableKey, Tables } from '../formats/types.ts'
import { cellPath } from '../formats/labels.ts'

/** Where a value cell stands in the official layout, which counts heads too. */
export interface GridPlace {
  readonly cell: CellRef
  readonly y: number
  /** From `left` up to, not including, `right`: a cell may be merged over several columns. */
  readonly left: number
  readonly right: number
}

export interface ValueGrid {
  /** The rows that hold values, from top to bottom. */
  readonly rows: readonly (readonly GridPlace[])[]
  readonly byPath: ReadonlyMap<string, GridPlace>
}

const grids = new WeakMap<Tables, Map<TableKey, ValueGrid>>()

/** @returns the places of a table's value cells. */
export function valueGridOf({ tables }: Format, key: TableKey): ValueGrid {
  const known = grids.get(tables) ?? new Map<TableKey, ValueGrid>()
  grids.set(tables, known)
  const grid = known.get(key) ?? layOut(tables, key)
  known.set(key, grid)
  return grid
}

function layOut(tables: Tables, key: TableKey): ValueGrid {
  const layout = layoutOf(key, tables[key])
  // Value cells end where the row does; what is merged from above is left of them.
  const rows = layout.rows.flatMap((cells, y) => {
    const places: GridPlace[] = []
    cells.reduceRight((right, { cell, colSpan }) => {
      const left = right - colSpan
      if (cell) places.unshift({ cell, y, left, right })
      return left
    }, layout.columns)
    return places.length > 0 ? [places] : []
  })
  return { rows, byPath: new Map(rows.flat().map((place) => [cellPath(place.cell), place])) }
}

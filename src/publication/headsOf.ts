import type { LayoutCell, TableLayout } from '../formats/layout.ts'
import { placesOf, type Placed } from '../formats/placed.ts'

/** Which heads speak of a cell, by their position in the printed table. */

/** The position of a head, such as `3-0`: unique within its table. */
const positionOf = ({ row, column }: Placed): string => `${row}-${column}`

export interface Heads {
  /** The position of a head. */
  position: (cell: LayoutCell) => string
  /** The positions of all heads of a value, from the outermost: of its group, its row, its columns. */
  of: (cell: LayoutCell) => string[]
}

/**
 * Works out for every value of a table the heads above and beside it. Merged heads on three levels
 * are more than `scope` alone tells every screen reader.
 */
export function headsOf({ rows }: TableLayout): Heads {
  const placed = placesOf(rows)
  const byCell = new Map(placed.map((place) => [place.cell, place]))
  const heads = placed.filter(({ cell }) => cell.kind !== 'value')
  return {
    position: (cell) => positionOf(found(byCell, cell)),
    of: (cell) => {
      const value = found(byCell, cell)
      const group = heads.filter((head) => head.cell.kind === 'groupHead' && head.row < value.row)
      const from = group.at(-1)
      const beside = heads.filter((head) => head.cell.kind === 'rowHead' && coversRow(head, value))
      const above = heads.filter(
        (head) =>
          head.cell.kind === 'columnHead' &&
          head.row < value.row &&
          head.row >= (from?.row ?? 0) &&
          coversColumn(head, value),
      )
      return [...(from ? [from] : []), ...beside, ...above].map(positionOf)
    },
  }
}

function found(places: Map<LayoutCell, Placed>, cell: LayoutCell): Placed {
  const place = places.get(cell)
  if (!place) throw new RangeError('The cell is not of this table')
  return place
}

const coversRow = ({ cell, row }: Placed, value: Placed): boolean =>
  row <= value.row && value.row < row + cell.rowSpan

const coversColumn = ({ cell, column }: Placed, value: Placed): boolean =>
  column <= value.column && value.column < column + cell.colSpan

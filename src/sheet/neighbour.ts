import { cellPath } from '../formats/labels.ts'
import type { CellRef, Format } from '../formats/types.ts'
import { valueGridOf } from './valueGrid.ts'
import type { GridPlace, ValueGrid } from './valueGrid.ts'

/**
 * `next` and `previous` go through all cells of the table (Tab), `enter` and `enterBack` down and up
 * and on to the next column (Enter), the last four are Home, End, Ctrl+Home and Ctrl+End.
 */
export type Direction =
  | 'left'
  | 'right'
  | 'up'
  | 'down'
  | 'next'
  | 'previous'
  | 'enter'
  | 'enterBack'
  | 'rowStart'
  | 'rowEnd'
  | 'first'
  | 'last'

/** Where one is, in the list of rows. */
interface Standing {
  readonly rows: ValueGrid['rows']
  readonly row: number
  readonly index: number
  readonly place: GridPlace
}

type Move = (standing: Standing) => GridPlace | undefined

const moves: Readonly<Record<Direction, Move>> = {
  left: ({ rows, row, index }) => rows[row]?.[index - 1],
  right: ({ rows, row, index }) => rows[row]?.[index + 1],
  up: ({ rows, row, place }) => at(rows[row - 1], place.left),
  down: ({ rows, row, place }) => at(rows[row + 1], place.left),
  next: ({ rows, row, index }) => rows[row]?.[index + 1] ?? rows[row + 1]?.[0],
  previous: ({ rows, row, index }) => rows[row]?.[index - 1] ?? rows[row - 1]?.at(-1),
  enter: (standing) => moves.down(standing) ?? at(standing.rows[0], standing.place.right),
  enterBack: (standing) => moves.up(standing) ?? at(standing.rows.at(-1), standing.place.left - 1),
  rowStart: ({ rows, row }) => rows[row]?.[0],
  rowEnd: ({ rows, row }) => rows[row]?.at(-1),
  first: ({ rows }) => rows[0]?.[0],
  last: ({ rows }) => rows.at(-1)?.at(-1),
}

/** The cell of a row that covers a column of the layout. */
const at = (row: readonly GridPlace[] | undefined, x: number): GridPlace | undefined =>
  row?.find(({ left, right }) => left <= x && x < right)

/**
 * Where a key leads to in the official layout of a table.
 * @returns `undefined` at the edge, where the key leaves the table or does nothing
 */
export function neighbour(
  format: Format,
  cell: CellRef,
  direction: Direction,
): CellRef | undefined {
  const { rows, byPath } = valueGridOf(format, cell.table)
  const place = byPath.get(cellPath(cell))
  if (!place) return undefined
  const row = rows.findIndex((places) => places.includes(place))
  const index = rows[row]?.indexOf(place) ?? 0
  return moves[direction]({ rows, row, index, place })?.cell
}

/**
 * The cells that a selection from one cell to another covers: a rectangle of the official layout.
 * @returns in the official order; only `b` when the cells are of two tables
 */
export function rangeBetween(format: Format, a: CellRef, b: CellRef): CellRef[] {
  const { rows, byPath } = valueGridOf(format, b.table)
  const ends = [byPath.get(cellPath(a)), byPath.get(cellPath(b))].flatMap((end) => end ?? [])
  const [top, bottom] = extent(ends.map(({ y }) => y))
  const [left] = extent(ends.map((end) => end.left))
  const [, right] = extent(ends.map((end) => end.right))
  return rows
    .flat()
    .filter((place) => place.y >= top && place.y <= bottom)
    .filter((place) => place.left < right && place.right > left)
    .map(({ cell }) => cell)
}

const extent = (values: readonly number[]): [number, number] => [
  Math.min(...values),
  Math.max(...values),
]

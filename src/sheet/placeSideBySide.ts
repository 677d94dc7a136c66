import type { FormatRow } from '../formats/cells.ts'
import type { CellRef, Column, Row } from '../formats/types.ts'
import { lettersOf } from '../importing/plainText.ts'
import { columnAt, isHeadRow, textsAt } from './columnHeads.ts'
import { placeByPosition } from './placeByPosition.ts'
import { ignoredRow, isBlank, isBlankRow } from './placing.ts'
import type { Placed, PrintedRows, Placing } from './placing.ts'

interface Place {
  readonly row: Row
  readonly column: Column
}

/**
 * Places what is copied from a table whose rows stand next to each other: a single row of cells,
 * with or without its heads, or the rows one below the other.
 * @param lines the rows of the table, in the official order
 */
export function placeSideBySide(
  lines: readonly FormatRow[],
  rows: PrintedRows,
  at: CellRef,
): Placing {
  const head = rows.filter((cells) => isHeadRow(lines, cells))
  const others = rows.filter((cells) => !head.includes(cells))
  const filled = others.filter((cells) => !isBlankRow(cells))
  const [body = [], ...below] = filled.length > 0 ? filled : others
  const width = Math.max(...lines.map(({ columns }) => columns.length))
  const isStacked = filled.every((cells) => cells.slice(width).every(isBlank))
  if (below.length > 0 && isStacked) return placeByPosition(lines, rows, at)
  const places = placesOf(lines)
  const byHead = head.length > 0 ? placesUnder(head, lines, body.length) : []
  const isUnder = body.every((text, x) => isBlank(text) || byHead[x] !== undefined)
  const isNamed = isUnder && byHead.some((place) => place !== undefined)
  const first = head.length > 0 && body.length >= places.length ? 0 : indexOf(places, at)
  const targets = isNamed ? byHead : places.slice(first)
  return {
    by: head.length > 0 ? 'labels' : 'position',
    placed: body.flatMap((printed, x) => placedAt(at.table, targets[x], printed)),
    ignored: [
      ...ignoredRow(
        body.filter((_, x) => targets[x] === undefined),
        '超出表格最后一格',
      ),
      ...below.flatMap((cells) => ignoredRow(cells, '本表只有一行')),
    ],
  }
}

const placesOf = (lines: readonly FormatRow[]): Place[] =>
  lines.flatMap(({ row, columns }) => columns.map((column) => ({ row, column })))

const indexOf = (places: readonly Place[], at: CellRef): number =>
  Math.max(
    0,
    places.findIndex(({ row, column }) => row.key === at.row && column.key === at.column),
  )

const placedAt = (table: CellRef['table'], place: Place | undefined, printed: string): Placed[] =>
  place
    ? [
        {
          cell: { table, row: place.row.key, column: place.column.key },
          column: place.column,
          printed,
        },
      ]
    : []

/** A label in the head holds to its right, until the next one. */
function placesUnder(
  head: PrintedRows,
  lines: readonly FormatRow[],
  width: number,
): (Place | undefined)[] {
  let line: FormatRow | undefined
  return Array.from({ length: width }, (_, x) => {
    const letters = textsAt(head, x).map(lettersOf)
    const named = lines.find(({ row }) => letters.includes(lettersOf(row.labels.at(-1) ?? '')))
    const isOuter = lines.some(({ row }) => letters.includes(lettersOf(row.labels[0] ?? '')))
    line = named ?? (isOuter ? undefined : line)
    const column = line && columnAt(head, x, line.columns)
    return line && column && { row: line.row, column }
  })
}

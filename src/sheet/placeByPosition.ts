import type { FormatRow } from '../formats/cells.ts'
import type { CellRef } from '../formats/types.ts'
import { columnsUnder, isHeadRow, unitIn } from './columnHeads.ts'
import { ignoredRow, isBlankRow } from './placing.ts'
import type { Ignored, Placed, PrintedRows, Placing } from './placing.ts'

/**
 * Places rows from a cell down, each from that cell's column to the right. Heads of columns, where
 * they are copied along, say which column is which.
 * @param lines the rows of the table, in the official order
 */
export function placeByPosition(
  lines: readonly FormatRow[],
  rows: PrintedRows,
  at: CellRef,
): Placing {
  const heads = rows.map((cells) => isHeadRow(lines, cells))
  const placed: Placed[] = []
  const ignored: Ignored[] = []
  const offset = columnIndex(lines, at)
  let next = lines.findIndex(({ row }) => row.key === at.row)
  let head: PrintedRows = []
  rows.forEach((cells, i) => {
    if (heads[i]) {
      head = heads[i - 1] ? [...head, cells] : [cells]
      return
    }
    // Left of the line over a group there is nothing to copy.
    if (isBlankRow(cells) && heads[i + 1]) return
    const line = lines[next]
    next += 1
    const placing = line
      ? placeLine(line, cells, head, offset)
      : { placed: [], ignored: ignoredRow(cells, '超出表格最后一行') }
    placed.push(...placing.placed)
    ignored.push(...placing.ignored)
  })
  return { by: heads.includes(true) ? 'labels' : 'position', placed, ignored }
}

function placeLine(
  { table, row, columns }: FormatRow,
  cells: readonly string[],
  head: PrintedRows,
  offset: number,
): Omit<Placing, 'by'> {
  const byPosition = new Map(columns.slice(offset).map((column, x) => [x, column] as const))
  const places = columnsUnder(head, columns, 0) ?? byPosition
  const placed = [...places]
    .filter(([x]) => x < cells.length)
    .map(([x, column]) => ({
      cell: { table, row: row.key, column: column.key },
      column,
      printed: cells[x] ?? '',
      unit: unitIn(head, column, x),
    }))
  const others = cells.filter((_, x) => !places.has(x))
  return { placed, ignored: ignoredRow(others, `“${row.labels.at(-1)}”行：超出本行的列数`) }
}

const columnIndex = (lines: readonly FormatRow[], { row, column }: CellRef): number =>
  Math.max(
    0,
    lines.find((line) => line.row.key === row)?.columns.findIndex(({ key }) => key === column) ?? 0,
  )

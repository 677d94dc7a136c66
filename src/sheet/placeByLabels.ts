import type { FormatRow } from '../formats/cells.ts'
import type { Column, Table, TableKey } from '../formats/types.ts'
import { matchRows } from '../importing/matchRows.ts'
import type { MatchedRow } from '../importing/matchRows.ts'
import { lettersOf } from '../importing/plainText.ts'
import { looksLikeValue } from '../importing/readCell.ts'
import { valuesOf } from '../importing/readLabelledRows.ts'
import { isHeadText } from '../importing/recogniseTables.ts'
import { columnsUnder, isHeadRow, textsAt, unitIn } from './columnHeads.ts'
import { ignoredRow, isBlank } from './placing.ts'
import type { Ignored, Placed, PrintedRows, Placing } from './placing.ts'

/** A row whose label is known, with the head above it. */
interface LabelledRow {
  readonly key: TableKey
  readonly cells: readonly string[]
  readonly match: MatchedRow
  readonly head: PrintedRows
  /** Where values begin; absent when the rows are no grid, for merged cells were lost. */
  readonly start: number | undefined
}

/**
 * Places rows by their labels, in whatever order, and their cells by the heads of the columns. Where
 * there is no such head, cells stand in the order of the form.
 * @param lines the rows of the table, in the official order
 * @returns `undefined` when no row has a label of the form
 */
export function placeByLabels(
  table: Table,
  lines: readonly FormatRow[],
  rows: PrintedRows,
): Placing | undefined {
  const key = lines[0]?.table
  if (!key) return undefined
  const heads = rows.map((cells) => isHeadRow(lines, cells))
  const body = rows.map((cells, i) => ({ cells: heads[i] ? [] : cells, line: 0 }))
  const matches = matchRows(table, body)
  if (matches.every((match) => match === undefined)) return undefined
  const start = valuesFrom(rows, matches)
  const isLabel = labelsOf(table)
  const placed: Placed[] = []
  const ignored: Ignored[] = []
  let head: PrintedRows = []
  rows.forEach((cells, i) => {
    const match = matches[i]
    if (heads[i]) {
      head = heads[i - 1] ? [...head, cells] : [cells]
      ignored.push(...strangers(cells, (text) => isHeadText(key, text), '表头中的文字，不填入'))
    } else if (match) {
      const placing = placeRow({ key, cells, match, head, start })
      placed.push(...placing.placed)
      ignored.push(...strangers(cells.slice(0, match.labelAt), isLabel, '行名前的文字，不填入'))
      ignored.push(...placing.ignored)
    } else if (!cells.every((text) => isBlank(text) || isLabel(text))) {
      ignored.push(...ignoredRow(cells, '本表没有这一行'))
    }
  })
  return { by: 'labels', placed, ignored }
}

const labelsOf = (table: Table): ((text: string) => boolean) => {
  const labels = new Set(
    table.groups.flatMap(({ rows }) => rows.flatMap((row) => row.labels.map(lettersOf))),
  )
  return (text) => labels.has(lettersOf(text))
}

const strangers = (
  cells: readonly string[],
  known: (text: string) => boolean,
  reason: string,
): Ignored[] =>
  cells
    .filter((text) => !isBlank(text) && !looksLikeValue(text) && !known(text))
    .flatMap((text) => ignoredRow([text], reason))

/** The place right of all labels, unless some row has a figure left of it. */
function valuesFrom(
  rows: PrintedRows,
  matches: readonly (MatchedRow | undefined)[],
): number | undefined {
  const labelled = rows.flatMap((cells, i) => {
    const match = matches[i]
    return match ? [{ cells, match }] : []
  })
  let start = 1 + Math.max(...labelled.map(({ match }) => match.labelAt))
  const isGrid = labelled.every(
    ({ cells, match }) => !cells.slice(match.labelAt + 1, start).some(looksLikeValue),
  )
  const surplus =
    (rows[0]?.length ?? 0) - Math.max(...labelled.map(({ match }) => match.columns.length))
  while (start < surplus && labelled.every(({ cells }) => isBlank(cells[start]))) start += 1
  return isGrid ? start : undefined
}

function placeRow(row: LabelledRow): Omit<Placing, 'by'> {
  const { head, match, cells } = row
  const places = columnsUnder(head, match.columns, match.labelAt + 1)
  const isUnder = (text: string, x: number) =>
    x <= match.labelAt || isBlank(text) || textsAt(head, x).length > 0
  if (places && cells.every(isUnder)) return placeUnder(row, places)
  return row.start === undefined ? placeCounted(row) : placeFrom(row, row.start)
}

function placeUnder(
  { key, cells, match, head }: LabelledRow,
  places: ReadonlyMap<number, Column>,
): Omit<Placing, 'by'> {
  const placed = [...places].map(([x, column]) => ({
    ...placedAt(key, match, column, cells[x] ?? ''),
    unit: unitIn(head, column, x),
  }))
  const others = cells.filter((_, x) => x > match.labelAt && !places.has(x))
  return { placed, ignored: ignoredRow(others, `${nameOf(match)}：表头没有对应的列`) }
}

function placeFrom({ key, cells, match, head }: LabelledRow, start: number): Omit<Placing, 'by'> {
  const placed = match.columns
    .filter((_, i) => start + i < cells.length)
    .map((column, i) => ({
      ...placedAt(key, match, column, cells[start + i] ?? ''),
      unit: unitIn(head, column),
    }))
  const others = cells.filter(
    (_, x) => (x > match.labelAt && x < start) || x >= start + match.columns.length,
  )
  return { placed, ignored: ignoredRow(others, `${nameOf(match)}：超出本行的列数`) }
}

/** Without a grid, only the count of cells tells which figure is which. */
function placeCounted(row: LabelledRow): Omit<Placing, 'by'> {
  const { cells, match } = row
  const values = valuesOf(cells.slice(match.labelAt + 1), match.columns.length)
  if (values) return placeFrom({ ...row, cells: values, match: { ...match, labelAt: -1 } }, 0)
  const reason = `${nameOf(match)}：单元格数量与本行的 ${match.columns.length} 列不符`
  return { placed: [], ignored: ignoredRow(cells.slice(match.labelAt + 1), reason) }
}

const nameOf = ({ row }: MatchedRow): string => `“${row.labels.at(-1)}”行`

const placedAt = (
  table: TableKey,
  { row }: MatchedRow,
  column: Column,
  printed: string,
): Placed => ({
  cell: { table, row: row.key, column: column.key },
  column,
  printed,
})

import type { CellValue, Column, Table, TableKey, Tables } from '../formats/types.ts'
import { lettersOf } from './plainText.ts'
import { matchRows } from './matchRows.ts'
import type { MatchedRow } from './matchRows.ts'
import { looksLikeValue, readCell } from './readCell.ts'
import { isHeadText, unreadRow } from './recogniseTables.ts'
import type { PrintedRow } from './recogniseTables.ts'
import type { Unread } from './types.ts'

/** Where readers put what they find. */
export interface TableSink {
  readonly set: (row: string, column: string, value: CellValue) => void
  readonly unread: (entries: readonly Unread[]) => void
}

/** The last head above a row, as far as it says something about the columns. */
interface Head {
  readonly names: readonly string[]
}

/** Reads tables whose rows begin with their label: 主动公开表 and 依申请公开表. */
export function readLabelledRows(
  key: TableKey,
  tables: Tables,
  rows: readonly PrintedRow[],
  sink: TableSink,
): void {
  const table = tables[key]
  const body = rows.map((row) => (isHead(key, row) ? { ...row, cells: [] } : row))
  const matches = matchRows(table, body)
  const rowLabels = new Set(
    table.groups.flatMap((group) => group.rows.flatMap(({ labels }) => labels.map(lettersOf))),
  )
  let head: Head = { names: [] }
  rows.forEach((row, i) => {
    const match = matches[i]
    if (isHead(key, row)) {
      head = { names: row.cells.slice(1).filter((cell) => cell.trim() !== '') }
      sink.unread(strangers(row, (text) => isHeadText(key, text), '表头中的文字，未导入'))
    } else if (match) {
      readRow(table, row, match, head, sink)
      const before = { ...row, cells: row.cells.slice(0, match.labelAt) }
      const known = (text: string) => rowLabels.has(lettersOf(text))
      sink.unread(strangers(before, known, '表格行名前的文字，未导入'))
    } else if (!row.cells.every((cell) => cell.trim() === '' || rowLabels.has(lettersOf(cell)))) {
      sink.unread(unreadRow(row, '表格中没有对应的行，未填入'))
    }
  })
}

/** Whether a row belongs to the head: no figures, and at least half of its texts are head texts. */
export function isHead(key: TableKey, { cells }: PrintedRow): boolean {
  const texts = cells.filter((cell) => cell.trim() !== '')
  if (texts.length === 0 || texts.some(looksLikeValue)) return false
  return texts.filter((text) => isHeadText(key, text)).length * 2 >= texts.length
}

const strangers = (
  { cells, line }: PrintedRow,
  known: (text: string) => boolean,
  reason: string,
): Unread[] =>
  cells
    .filter((text) => text.trim() !== '' && !known(text))
    .map((text) => ({ line, text: text.replace(/\s+/g, ' '), reason }))

function readRow(
  table: Table,
  row: PrintedRow,
  match: MatchedRow,
  head: Head,
  sink: TableSink,
): void {
  const columns = table.layout === 'stacked' ? inPrintedOrder(match.columns, head) : match.columns
  const values = valuesOf(row.cells.slice(match.labelAt + 1), columns.length)
  if (!values) {
    sink.unread(unreadRow(row, `单元格数量与表格要求的 ${columns.length} 个不符，未填入`))
    return
  }
  columns.forEach((column, i) => {
    const place = `“${match.row.labels.at(-1)}”行“${column.label}”列`
    const unit = table.layout === 'stacked' ? printedUnit(column, head) : column.unit
    readInto(sink, { row: match.row.key, column, place, line: row.line }, values[i] ?? '', unit)
  })
}

export interface CellPlace {
  readonly row: string
  readonly column: Column
  /** How messages call the cell. */
  readonly place: string
  readonly line: number
}

/** Reads one cell, checks it and hands over what of it was dropped. */
export function readInto(sink: TableSink, to: CellPlace, printed: string, unit?: string): void {
  const { value, dropped } = readCell(to.column, printed, unit)
  sink.set(to.row, to.column.key, value)
  if (dropped) {
    sink.unread([{ line: to.line, text: dropped.text, reason: `${to.place}：${dropped.reason}` }])
  }
}

/** The columns as the file's own head orders them, where it names each of them. */
function inPrintedOrder(columns: readonly Column[], { names }: Head): readonly Column[] {
  const ordered = names.flatMap(
    (name) => columns.find(({ label }) => lettersOf(label) === lettersOf(name)) ?? [],
  )
  return new Set(ordered).size === columns.length && ordered.length === columns.length
    ? ordered
    : columns
}

/** The unit that the head of a file names for a column of money, else the form's own. */
export function printedUnit(column: Column, { names }: Head): string | undefined {
  if (column.type !== 'money') return column.unit
  const units = names.flatMap((name) => /[（(].*?([亿万]?元)[）)]/.exec(name)?.[1] ?? [])
  return units.length === 1 ? units[0] : column.unit
}

/**
 * Takes exactly `width` cells. Surplus cells must be blank and all on one side, else nobody can say
 * which figure belongs to which column.
 */
export function valuesOf(cells: readonly string[], width: number): readonly string[] | undefined {
  const surplus = cells.length - width
  if (surplus < 0) return undefined
  if (surplus === 0) return cells
  const first = cells.findIndex((cell) => cell.trim() !== '')
  if (first < 0) return cells.slice(0, width)
  const last = cells.map((cell) => cell.trim() !== '').lastIndexOf(true)
  if (first >= surplus && last === cells.length - 1) return cells.slice(surplus)
  return first === 0 && last < width ? cells.slice(0, width) : undefined
}

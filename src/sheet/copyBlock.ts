import Papa from 'papaparse'
import { rowsOf } from '../formats/cells.ts'
import type { FormatRow } from '../formats/cells.ts'
import { cellPath } from '../formats/labels.ts'
import type { CellRef, Format, Group, Table } from '../formats/types.ts'
import { escapeHtml } from '../publication/escapeHtml.ts'
import type { PrintedRows } from './placing.ts'
import type { Sheet } from './Sheet.ts'

export interface CopyOptions {
  /** Whether the labels of rows and the heads of columns are copied along. */
  readonly labels?: boolean
}

/**
 * Writes cells as a spreadsheet or a word processor takes them; pasted back, they go where they
 * came from.
 * @param cells of one table, as `rangeBetween` gives them
 * @returns text with tabs, and a plain HTML table
 */
export function copyBlock(
  sheet: Pick<Sheet, 'format' | 'valueOf'>,
  cells: readonly CellRef[],
  { labels = false }: CopyOptions = {},
): { text: string; html: string } {
  const [first] = cells
  if (!first) return { text: '', html: '' }
  const table = sheet.format.tables[first.table]
  const lines = linesBetween(sheet.format, first, cells)
  const print = (cell: CellRef) => String(sheet.valueOf(cell) ?? '')
  const write = table.layout === 'sideBySide' ? writeSideBySide : writeLines
  const rows = write({ table, lines, cells, print, labels })
  return { text: Papa.unparse(mutable(rows), { delimiter: '\t' }), html: htmlOf(rows) }
}

const mutable = (rows: PrintedRows): string[][] => rows.map((row) => [...row])

/** The rows from the first copied cell's to the last's, also those between that have none. */
function linesBetween(format: Format, first: CellRef, cells: readonly CellRef[]): FormatRow[] {
  const lines = rowsOf(format).filter(({ table }) => table === first.table)
  const isCopied = ({ row }: FormatRow) => cells.some((cell) => cell.row === row.key)
  const copied = lines.map(isCopied)
  return lines.slice(copied.indexOf(true), copied.lastIndexOf(true) + 1)
}

interface Copy {
  readonly table: Table
  readonly lines: readonly FormatRow[]
  readonly cells: readonly CellRef[]
  readonly print: (cell: CellRef) => string
  readonly labels: boolean
}

function writeLines({ table, lines, cells, print, labels }: Copy): PrintedRows {
  const paths = new Set(cells.map(cellPath))
  const refs = lines.map(({ table: key, row, columns }) =>
    columns.map((column) => ({ table: key, row: row.key, column: column.key })),
  )
  const isCopied = (x: number) => refs.some((row) => row[x] && paths.has(cellPath(row[x])))
  const width = Math.max(...refs.map(({ length }) => length))
  const places = Array.from({ length: width }, (_, x) => x).filter(isCopied)
  const depth = Math.max(...lines.map(({ row }) => row.labels.length))
  return lines.flatMap((line, y) => {
    const values = places.map((x) => {
      const ref = refs[y]?.[x]
      return ref && paths.has(cellPath(ref)) ? print(ref) : ''
    })
    if (!labels) return [values]
    const begins = line.columns !== lines[y - 1]?.columns
    return [
      ...(begins ? headsOf(table, line, places, depth) : []),
      [...padded(line.row.labels, depth), ...values],
    ]
  })
}

/** The line over a group, where the table has some, and the labels of its columns. */
function headsOf(
  table: Table,
  { row, columns }: FormatRow,
  places: readonly number[],
  depth: number,
): PrintedRows {
  const group = table.groups.find(({ rows }) => rows.includes(row))
  const labels = places.map((x) => columns[x]?.label ?? '')
  const over = (heading: string) => padded([heading], depth + places.length)
  return [
    ...(group?.heading === undefined ? [] : [over(group.heading)]),
    [...padded([table.rowHeading ?? ''], depth), ...labels],
  ]
}

const padded = (texts: readonly string[], length: number): string[] =>
  Array.from({ length }, (_, i) => texts[i] ?? '')

function writeSideBySide({ table, lines, cells, print, labels }: Copy): PrintedRows {
  const values = cells.map(print)
  if (!labels) return [values]
  const [group] = table.groups
  const labelAt = (level: number) => cells.map((cell) => labelsOf(lines, cell)[level] ?? '')
  const columns = cells.map((cell) => columnLabelIn(group, cell))
  return [onlyFirst(labelAt(0)), onlyFirst(labelAt(1)), columns, values]
}

const labelsOf = (lines: readonly FormatRow[], cell: CellRef): readonly string[] =>
  lines.find(({ row }) => row.key === cell.row)?.row.labels ?? []

const columnLabelIn = (group: Group | undefined, cell: CellRef): string =>
  group?.columns.find(({ key }) => key === cell.column)?.label ?? ''

/** As merged cells are: the text in the first place. */
const onlyFirst = (texts: readonly string[]): string[] =>
  texts.map((text, i) => (text === texts[i - 1] ? '' : text))

const htmlOf = (rows: PrintedRows): string => {
  const body = rows.map((row) => {
    const cells = row.map((text) => `<td>${escapeHtml(text).replace(/\n/g, '<br>')}</td>`)
    return `<tr>${cells.join('')}</tr>`
  })
  return `<table><tbody>${body.join('')}</tbody></table>`
}

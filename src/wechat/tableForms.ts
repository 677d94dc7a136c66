import { rowsOf } from '../formats/cells.ts'
import { formatOf } from '../formats/index.ts'
import { layoutOf } from '../formats/layout.ts'
import type { CellRef, Column, TableKey } from '../formats/types.ts'
import { cellsOf } from '../publication/publishedCells.ts'
import type { CellReader } from '../publication/publishedCells.ts'
import { bareTableHtml } from '../publication/tableHtml.ts'
import type { ReportContent } from '../publication/types.ts'
import { centredLine, isWide, plainParagraph, slide, tableAttributes } from './markup.ts'

/** The table as the form prints it; one too wide for a phone is slid sideways. */
export function tableAsGrid(content: ReportContent, key: TableKey): string {
  const table = formatOf(content.format).tables[key]
  const { columns } = layoutOf(key, table)
  const grid = bareTableHtml(content, key, tableAttributes(columns))
  return isWide(columns)
    ? centredLine(`${table.label}（左右滑动查看）`) + slide(grid)
    : centredLine(table.label) + grid
}

/** The table for a narrow screen: a paragraph for each row that is not zero. */
export const tableAsWords = (content: ReportContent, key: TableKey): string =>
  sentencesOf(content, key).map(plainParagraph).join('')

interface FilledRow {
  labels: readonly string[]
  /** The columns that are neither zero nor blank, with their values. */
  filled: { column: Column; value: number }[]
}

/** @returns what the table says, in words; blanks are named and never counted as zero. */
function sentencesOf(content: ReportContent, key: TableKey): string[] {
  const format = formatOf(content.format)
  const { label } = format.tables[key]
  const read = cellsOf(content)
  const rows = rowsOf(format).filter(({ table }) => table === key)
  const refs = rows.flatMap(({ row, columns }) =>
    columns.map((column): CellRef => ({ table: key, row: row.key, column: column.key })),
  )
  const blanks = refs.filter((ref) => read(ref) === null).length
  const told = rows
    .map(({ row, columns }) => ({
      labels: row.labels,
      filled: filledColumns(read, key, row.key, columns),
    }))
    .filter(({ filled }) => filled.length > 0)

  if (blanks === refs.length) return [`本年度${label}未填报。`]
  const rest = told.length === 0 ? `本年度${label}各项数据均为 0` : `${label}其余各项均为 0`
  const end = blanks > 0 ? `${rest}，另有 ${blanks} 项未填报。` : `${rest}。`
  return [...told.map(sentenceOf), end]
}

function filledColumns(
  read: CellReader,
  table: TableKey,
  row: string,
  columns: readonly Column[],
): FilledRow['filled'] {
  return columns.flatMap((column) => {
    const value = read({ table, row, column: column.key })
    return value ? [{ column, value }] : []
  })
}

function sentenceOf({ labels, filled }: FilledRow): string {
  const total = filled.find(({ column }) => column.key === 'total')
  const parts = filled.filter((entry) => entry !== total).map(phrase)
  const name = labels.slice(-2).join('·')
  if (!total) return `${name}：${parts.join('、')}。`
  return `${name}：${phrase(total)}${parts.length > 0 ? `（${parts.join('、')}）` : ''}。`
}

function phrase({ column, value }: FilledRow['filled'][number]): string {
  const unit = column.unit && !column.label.includes(column.unit) ? ` ${column.unit}` : ''
  return `${column.label} ${value}${unit}`
}

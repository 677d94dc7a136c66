import {
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { formatOf } from '../../formats/index.ts'
import { layoutOf, type LayoutCell } from '../../formats/layout.ts'
import { placesOf, type Placed } from '../../formats/placed.ts'
import type { Table as FormTable, TableKey } from '../../formats/types.ts'
import { cellsOf } from '../publishedCells.ts'
import { partsOf } from '../tableParts.ts'
import type { ReportContent } from '../types.ts'
import { textWidthMm, twips } from './measures.ts'

const paddingTwips = 45
const cellMargins = { top: 20, bottom: 20, left: paddingTwips, right: paddingTwips }

/** A cell of any table, with where it begins. */
export interface WordCell {
  column: number
  columnSpan: number
  rowSpan: number
  children: Paragraph[]
}

/**
 * A table as wide as the text.
 * @param widths of the columns, in twips
 * @param heads how many rows are repeated on every page
 */
export function wordTable(
  rows: readonly (readonly WordCell[])[],
  widths: readonly number[],
  heads: number,
): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    margins: cellMargins,
    rows: rows.map(
      (cells, i) =>
        new TableRow({
          cantSplit: true,
          ...(i < heads ? { tableHeader: true } : {}),
          children: cells.map((cell) => wordCell(cell, widths)),
        }),
    ),
  })
}

const wordCell = (
  { column, columnSpan, rowSpan, children }: WordCell,
  widths: readonly number[],
): TableCell =>
  new TableCell({
    columnSpan,
    rowSpan,
    width: {
      size: widths.slice(column, column + columnSpan).reduce((sum, width) => sum + width, 0),
      type: WidthType.DXA,
    },
    verticalAlign: VerticalAlign.CENTER,
    children,
  })

/** The widths of the labels; values share what is left. */
const labelWidthsMm: Readonly<Record<FormTable['layout'], readonly number[]>> = {
  matrix: [12, 17, 39],
  stacked: [48],
  sideBySide: [],
}

/** 五号 where there is room, 小五 where the table is wide. */
const sizes: Readonly<Record<FormTable['layout'], number>> = {
  matrix: 18,
  stacked: 21,
  sideBySide: 18,
}

/** One of the three tables of the form, with its merged heads. */
export function officialTable(content: ReportContent, key: TableKey): Table {
  const table = formatOf(content.format).tables[key]
  const layout = layoutOf(key, table)
  const read = cellsOf(content)
  const size = sizes[table.layout]
  const cells = placesOf(layout.rows).map(({ cell, row, column }) => ({
    row,
    column,
    columnSpan: cell.colSpan,
    rowSpan: cell.rowSpan,
    children: [paragraphOf(cell, cell.cell ? read(cell.cell) : cell.text, size)],
  }))
  const rows = layout.rows.map((_, row) => cells.filter((cell) => cell.row === row))
  return wordTable(rows, widthsOf(table, layout.columns), partsOf(layout).head.length)
}

const paragraphStyles: Readonly<Record<Placed['cell']['kind'], string>> = {
  columnHead: 'TableHead',
  groupHead: 'TableHead',
  rowHead: 'TableLabel',
  value: 'TableValue',
}

/** @param size in half points */
const paragraphOf = (cell: LayoutCell, text: string | number | null, size: number): Paragraph =>
  new Paragraph({
    style: paragraphStyles[cell.kind],
    // A head never stands alone at the foot of a page.
    ...(cell.kind === 'columnHead' || cell.kind === 'groupHead' ? { keepNext: true } : {}),
    ...(breaksInPairs(cell) ? { indent: { left: 90, right: 90 } } : {}),
    children: text === null ? [] : [new TextRun({ text: String(text), size })],
  })

/** Kinds of applicants in their narrow columns are to break into pairs: 商业 over 企业. */
const breaksInPairs = ({ kind, text }: LayoutCell): boolean =>
  kind === 'columnHead' && /^(商业|科研|社会公益|法律服务)(企业|机构|组织)$/.test(text)

function widthsOf({ layout }: FormTable, columns: number): number[] {
  const labels = labelWidthsMm[layout]
  const taken = labels.reduce((sum, width) => sum + width, 0)
  const each = (textWidthMm - taken) / (columns - labels.length)
  return Array.from({ length: columns }, (_, i) => twips(labels[i] ?? each))
}

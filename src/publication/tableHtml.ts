import { formatOf } from '../formats/index.ts'
import { layoutOf } from '../formats/layout.ts'
import type { LayoutCell } from '../formats/layout.ts'
import type { TableKey } from '../formats/types.ts'
import { escapeHtml } from './escapeHtml.ts'
import { headsOf } from './headsOf.ts'
import { cellsOf } from './publishedCells.ts'
import type { CellReader } from './publishedCells.ts'
import { partsOf, scopes, type LayoutRow } from './tableParts.ts'
import type { ReportContent } from './types.ts'

export interface TableHtmlOptions {
  /** HTML of a cell that is blank; nothing when absent. */
  blank?: string
}

/**
 * An official table with its merged heads, for documents and web pages: a caption, `thead` where
 * the heads are on top, one `tbody` a group, a `scope` on every head and on every value the ids of
 * its heads, which begin with the table's key.
 */
export function tableHtml(
  content: ReportContent,
  key: TableKey,
  { blank = '' }: TableHtmlOptions = {},
): string {
  const table = formatOf(content.format).tables[key]
  const layout = layoutOf(key, table)
  const heads = headsOf(layout)
  const id = (position: string) => `${key}-${position}`
  const draw = rowDrawer(cellsOf(content), blank, (cell) =>
    cell.kind === 'value'
      ? ` headers="${heads.of(cell).map(id).join(' ')}"`
      : ` id="${id(heads.position(cell))}" scope="${scopes[cell.kind]}"`,
  )
  const parts = partsOf(layout)
  const head = parts.head.map(draw).join('')
  const bodies = parts.bodies.map((body) => `<tbody>${body.map(draw).join('')}</tbody>`)
  return (
    `<table><caption>${escapeHtml(table.label)}</caption>` +
    `${head && `<thead>${head}</thead>`}${bodies.join('')}</table>`
  )
}

/**
 * The same grid with nothing but rows and cells, for places that strip the rest and count every
 * character.
 * @param attributes of the table element, written as given; what all cells share belongs here
 */
export function bareTableHtml(content: ReportContent, key: TableKey, attributes: string): string {
  const { rows } = layoutOf(key, formatOf(content.format).tables[key])
  const draw = rowDrawer(cellsOf(content), '', () => '')
  return `<table ${attributes}><tbody>${rows.map(draw).join('')}</tbody></table>`
}

/** @param more attributes of a cell beside its spans, each with a blank before it */
function rowDrawer(read: CellReader, blank: string, more: (cell: LayoutCell) => string) {
  const valueOf = (cell: LayoutCell): string => {
    const value = cell.cell ? read(cell.cell) : cell.text
    return value === null ? blank : escapeHtml(String(value))
  }
  const drawCell = (cell: LayoutCell): string => {
    const name = cell.kind === 'value' ? 'td' : 'th'
    return `<${name}${spansOf(cell)}${more(cell)}>${valueOf(cell)}</${name}>`
  }
  return (row: LayoutRow): string => `<tr>${row.map(drawCell).join('')}</tr>`
}

const spansOf = ({ colSpan, rowSpan }: LayoutCell): string =>
  (colSpan > 1 ? ` colspan="${colSpan}"` : '') + (rowSpan > 1 ? ` rowspan="${rowSpan}"` : '')

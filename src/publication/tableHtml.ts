import { formatOf } from '../formats/index.ts'
import { layoutOf } from '../formats/layout.ts'
import type { LayoutCell } from '../formats/layout.ts'
import type { TableKey } from '../formats/types.ts'
import { escapeHtml } from './escapeHtml.ts'
import { cellsOf } from './publishedCells.ts'
import type { CellReader } from './publishedCells.ts'
import type { ReportContent } from './types.ts'

type LayoutRow = readonly LayoutCell[]

/**
 * An official table with its merged heads, for documents and web pages: a caption, `thead` where
 * the heads are on top, one `tbody` a group, and a `scope` on every head.
 */
export function tableHtml(content: ReportContent, key: TableKey): string {
  const table = formatOf(content.format).tables[key]
  const { rows } = layoutOf(key, table)
  const draw = rowDrawer(cellsOf(content), ({ kind }) => scopes[kind])
  const headRows = rows.findIndex((row) => row.some(({ kind }) => kind !== 'columnHead'))
  const head = rows.slice(0, headRows).map(draw).join('')
  const bodies = byGroup(rows.slice(headRows)).map(
    (body) => `<tbody>${body.map(draw).join('')}</tbody>`,
  )
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
  const draw = rowDrawer(cellsOf(content), () => undefined)
  return `<table ${attributes}><tbody>${rows.map(draw).join('')}</tbody></table>`
}

function rowDrawer(read: CellReader, scope: (cell: LayoutCell) => string | undefined) {
  const drawCell = (cell: LayoutCell): string => {
    const name = cell.kind === 'value' ? 'td' : 'th'
    const value = cell.cell ? (read(cell.cell) ?? '') : cell.text
    return `<${name}${attributesOf(cell, scope(cell))}>${escapeHtml(String(value))}</${name}>`
  }
  return (row: LayoutRow): string => `<tr>${row.map(drawCell).join('')}</tr>`
}

function attributesOf({ colSpan, rowSpan }: LayoutCell, scope: string | undefined): string {
  return (
    (colSpan > 1 ? ` colspan="${colSpan}"` : '') +
    (rowSpan > 1 ? ` rowspan="${rowSpan}"` : '') +
    (scope ? ` scope="${scope}"` : '')
  )
}

/** A merged head counts for every row or column that it spans, so `row` and `col` are enough. */
const scopes: Readonly<Record<LayoutCell['kind'], string | undefined>> = {
  columnHead: 'col',
  rowHead: 'row',
  groupHead: 'rowgroup',
  value: undefined,
}

/** A group's line begins a new body, so that its scope ends where the group ends. */
function byGroup(rows: readonly LayoutRow[]): LayoutRow[][] {
  const groups: LayoutRow[][] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (!last || row.some(({ kind }) => kind === 'groupHead')) groups.push([row])
    else last.push(row)
  }
  return groups
}

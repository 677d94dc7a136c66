import { Paragraph } from 'docx'
import type { Table } from 'docx'
import { placesOf } from '../../formats/placed.ts'
import { largestPicture, textWidthMm, twips } from './measures.ts'
import type { Pictures } from './pictures.ts'
import { isElement, runsOf, type HtmlElement } from './inline.ts'
import { wordTable } from './tables.ts'

/** More columns than this Word does not take. */
const mostColumns = 60

interface HtmlCell {
  readonly element: HtmlElement
  readonly colSpan: number
  readonly rowSpan: number
}

/** A table that an editor put into the text, its columns all of one width. */
export function narrativeTable(table: HtmlElement, pictures: Pictures): Table {
  const rows = rowsOf(table)
  const placed = placesOf(rows.map((row, at) => cellsOf(row, rows.length - at))).filter(
    ({ cell, column }) => column + cell.colSpan <= mostColumns,
  )
  const columns = Math.max(1, ...placed.map(({ cell, column }) => column + cell.colSpan))
  const width = twips(textWidthMm / columns)
  const cells = placed.map(({ cell, row, column }) => ({
    row,
    column,
    columnSpan: cell.colSpan,
    rowSpan: cell.rowSpan,
    children: paragraphsOf(cell, pictures, cell.colSpan / columns),
  }))
  const lines = rows
    .map((_, row) => cells.filter((cell) => cell.row === row))
    .filter((line) => line.length > 0)
  return wordTable(lines, Array<number>(columns).fill(width), headsOf(rows))
}

function rowsOf(element: HtmlElement): HtmlElement[] {
  return element.children.filter(isElement).flatMap((child) => {
    if (child.name === 'tr') return [child]
    return /^t(head|body|foot)$/.test(child.name) ? rowsOf(child) : []
  })
}

const isCell = ({ name }: HtmlElement): boolean => name === 'td' || name === 'th'

/** @param rowsLeft no cell reaches down beyond the last row */
const cellsOf = (row: HtmlElement, rowsLeft: number): HtmlCell[] =>
  row.children
    .filter(isElement)
    .filter(isCell)
    .map((element) => ({
      element,
      colSpan: spanOf(element.attribs.colspan, mostColumns),
      rowSpan: spanOf(element.attribs.rowspan, rowsLeft),
    }))

function spanOf(attribute: string | undefined, most: number): number {
  const value = Number.parseInt(attribute ?? '', 10)
  return value >= 1 ? Math.min(value, most) : 1
}

/** How many rows on top hold nothing but heads; a table of heads only has no row to repeat. */
function headsOf(rows: readonly HtmlElement[]): number {
  const first = rows.findIndex((row) =>
    row.children.filter(isElement).some(({ name }) => name === 'td'),
  )
  return Math.max(0, first)
}

const blocks = /^(p|h4|h5|ol|ul|li)$/

/** @param share of the width of the text that the cell has */
function paragraphsOf({ element }: HtmlCell, pictures: Pictures, share: number): Paragraph[] {
  const style = element.name === 'th' ? 'TableHead' : 'TableValue'
  const room = { ...largestPicture, width: largestPicture.width * share }
  const linesOf = (node: HtmlElement): Paragraph[] => {
    const inner = node.children.filter(isElement)
    const images = inner
      .filter(({ name }) => name === 'img')
      .map(({ attribs }) =>
        pictures.paragraph(attribs.src?.split('/').at(-1) ?? '', attribs.alt ?? '', room),
      )
    if (inner.some(({ name }) => blocks.test(name))) {
      return [...inner.filter(({ name }) => blocks.test(name)).flatMap(linesOf), ...images]
    }
    const children = runsOf(node.children)
    return children.length > 0 ? [new Paragraph({ style, children }), ...images] : images
  }
  const lines = linesOf(element)
  return lines.length > 0 ? lines : [new Paragraph({ style })]
}

import { load } from 'cheerio'
import type { CheerioAPI } from 'cheerio'

import { expandTable } from './expandTable.ts'
import type { SpannedCell } from './expandTable.ts'
import { tidy } from './plainText.ts'
import { matchSectionHeading } from './sections.ts'
import type { Block } from './types.ts'
import { UnreadableFile } from './UnreadableFile.ts'

type Page = ReturnType<CheerioAPI['root']>
type HtmlNode = ReturnType<Page['contents']>[number]
type HtmlElement = Extract<HtmlNode, { attribs: unknown }>

const dropped = new Set(
  'script style nav noscript template head xml object select button iframe svg'.split(' '),
)
const breaking = new Set(
  `address article aside blockquote body br caption center dd div dl dt fieldset figure footer form
  h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tbody td tfoot th thead tr ul`.split(
    /\s+/,
  ),
)
/** Deeper than any page that an editor wrote. */
const deepest = 600

export interface HtmlDocument {
  readonly blocks: Block[]
  /** The text of the title element. */
  readonly title?: string
}

/**
 * Reads an HTML page, also one that Word exported or whose whole layout is a table.
 * @returns lines and tables in the order of the page
 * @throws {UnreadableFile} when elements are nested beyond all measure
 */
export function readHtml(html: string): HtmlDocument {
  const page = load(html, { sourceCodeLocationInfo: true })
  const blocks: Block[] = []
  for (const node of page.root().contents()) blocks.push(...blocksOf(node))
  const title = tidy(page('title').first().text().replace(/\s+/g, ' '))
  return title ? { blocks, title } : { blocks }
}

const isElement = (node: HtmlNode): node is HtmlElement => 'attribs' in node

const lineOf = (node: HtmlNode): number => node.sourceCodeLocation?.startLine ?? 1

function blocksOf(root: HtmlNode): Block[] {
  const blocks: Block[] = []
  let text = ''
  let line = lineOf(root)
  const breakLine = () => {
    const finished = tidy(collapse(text))
    if (finished) blocks.push({ type: 'line', text: finished, line })
    text = ''
  }
  const add = (node: HtmlNode, part: string) => {
    if (text.trim() === '') line = lineOf(node)
    text += part
  }
  const visit = (node: HtmlNode, depth: number) => {
    if (depth > deepest) throw new UnreadableFile('网页的嵌套层次过深，请另存为文本（.txt）后导入')
    if (node.type === 'text') add(node, node.data)
    if (!isElement(node) ? node.type !== 'root' : dropped.has(node.name)) return
    const name = isElement(node) ? node.name : ''
    if (name === 'img' && isElement(node)) add(node, imageMark(node))
    if (breaking.has(name)) breakLine()
    if (name === 'table' && isElement(node) && !isLayout(node)) blocks.push(...tableBlocks(node))
    else if ('children' in node) for (const child of node.children) visit(child, depth + 1)
    if (breaking.has(name)) breakLine()
  }
  visit(root, 0)
  breakLine()
  return blocks
}

/** Source line breaks between Chinese characters are no spaces. */
const collapse = (text: string): string =>
  text
    .replace(/(?<=[\u2e80-\uffef“”])[ \t]*[\r\n]+[ \t]*(?=[\u2e80-\uffef“”])/g, '')
    .replace(/[ \t\r\n]+/g, ' ')

/** The same mark that text saved from a word processor has for an image. */
const imageMark = ({ attribs }: HtmlElement): string =>
  `[image: ${(attribs.alt || attribs.src?.split('/').at(-1)?.slice(0, 80) || '').replace(/[[\]]/g, '')}]`

const childElements = (node: HtmlElement): HtmlElement[] => node.children.filter(isElement)

function rowElements(table: HtmlElement): HtmlElement[] {
  return childElements(table).flatMap((child) => {
    if (child.name === 'tr') return [child]
    return ['thead', 'tbody', 'tfoot'].includes(child.name)
      ? childElements(child).filter(({ name }) => name === 'tr')
      : []
  })
}

const cellElements = (row: HtmlElement): HtmlElement[] =>
  childElements(row).filter(({ name }) => name === 'td' || name === 'th')

/** A table that only arranges the page: it holds tables or sections, or is a single column. */
function isLayout(table: HtmlElement): boolean {
  const rows = rowElements(table).map(cellElements)
  if (rows.every((cells) => cells.length <= 1)) return true
  return rows.some((cells) => cells.some((cell) => holdsTable(cell) || holdsSection(cell)))
}

function holdsTable(root: HtmlElement): boolean {
  const waiting = [root]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    for (const child of childElements(node)) {
      if (child.name === 'table') return true
      waiting.push(child)
    }
  }
  return false
}

/** A cell that is nothing but a heading is a title row of a table of figures. */
function holdsSection(cell: HtmlElement): boolean {
  const lines = blocksOf(cell)
  return (
    lines.length > 1 &&
    lines.some((block) => block.type === 'line' && matchSectionHeading(block.text)?.numbered)
  )
}

function tableBlocks(table: HtmlElement): Block[] {
  const elements = rowElements(table)
  const grid = expandTable(elements.map((row) => cellElements(row).map(spannedCell)))
  const blocks: Block[] = []
  let rows: (string | undefined)[][] = []
  let line = lineOf(table)
  grid.forEach((row, i) => {
    const texts = row.filter((text) => text !== undefined && text !== '')
    const at = lineOf(elements[i] ?? table)
    if (texts.length === 1 && matchSectionHeading(texts[0] ?? '')?.numbered) {
      if (rows.length > 0) blocks.push({ type: 'table', rows, line })
      blocks.push({ type: 'line', text: texts[0] ?? '', line: at })
      rows = []
      line = at
    } else rows.push(row)
  })
  if (rows.length > 0) blocks.push({ type: 'table', rows, line })
  return blocks
}

const spannedCell = (cell: HtmlElement): SpannedCell => ({
  text: blocksOf(cell)
    .map((block) => (block.type === 'line' ? block.text : ''))
    .join('\n'),
  colSpan: span(cell.attribs.colspan),
  rowSpan: span(cell.attribs.rowspan),
})

function span(attribute: string | undefined): number {
  const value = Number.parseInt(attribute ?? '', 10)
  return value >= 1 ? value : 1
}

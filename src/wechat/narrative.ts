import { load } from 'cheerio'
import type { CheerioAPI } from 'cheerio'
import { escapeHtml } from '../publication/escapeHtml.ts'
import { gridAttributes, slide } from './markup.ts'
import type { Run } from './markup.ts'

/** A section's text as a list of what follows one another. */
export type Block =
  | { kind: 'text'; runs: Run[] }
  | { kind: 'table'; html: string }
  | { kind: 'picture'; html: string }

export interface Narrative {
  blocks: Block[]
  /** How many pictures are not among them. */
  picturesLeftOut: number
}

type Node = ReturnType<ReturnType<CheerioAPI['root']>['contents']>[number]

const paragraphs = new Set(
  'address article aside blockquote dd div dl dt figcaption figure footer header hr main p pre section'.split(
    ' ',
  ),
)
const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
const unseen = new Set(['template', 'noscript', 'iframe', 'object', 'svg'])

/**
 * Turns rich text into plain blocks: links become their text, list items become paragraphs with
 * their numbers or bullets, emphasis stays only where it is bold.
 * @param html a section as its publication froze it
 * @param pictureAt the HTML of a picture by its frozen address; one without is left out
 */
export function narrativeOf(
  html: string,
  pictureAt: (source: string) => string | undefined,
): Narrative {
  const $ = load(html, null, false)
  const writer = blockWriter()
  let picturesLeftOut = 0

  const showPicture = (node: Node) => {
    const picture = pictureAt($(node).attr('src') ?? '')
    if (picture) writer.block({ kind: 'picture', html: picture })
    else picturesLeftOut += 1
  }
  const showTable = (node: Node) => {
    writer.block({ kind: 'table', html: plainTable($, node) })
    $(node)
      .find('img')
      .each((_, image) => showPicture(image))
  }

  const walkAll = (nodes: Iterable<Node>, depth: number) => {
    for (const node of nodes) walk(node, depth)
  }
  const walk = (node: Node, depth: number): void => {
    if (node.type === 'text') return writer.text(node.data)
    if (node.type !== 'tag' || unseen.has(node.name)) return
    const { name, children } = node
    if (name === 'br') return writer.endParagraph()
    if (name === 'img') return showPicture(node)
    if (name === 'strong' || name === 'b') return writer.bold(() => walkAll(children, depth))
    if (name === 'table') return showTable(node)
    if (name === 'ul' || name === 'ol') return walkList($, node, depth + 1)
    if (headings.has(name)) {
      return writer.paragraph(() => writer.bold(() => walkAll(children, depth)))
    }
    if (paragraphs.has(name)) return writer.paragraph(() => walkAll(children, depth))
    walkAll(children, depth)
  }
  const walkList = ($: CheerioAPI, list: Node, depth: number) => {
    const ordered = $(list).is('ol')
    let number = Number.parseInt($(list).attr('start') ?? '1', 10) || 1
    for (const item of $(list).children()) {
      const marker = hasOwnText($, item) ? markerOf(ordered ? number++ : undefined, depth) : ''
      writer.paragraph(() => walkAll($(item).contents(), depth), marker)
    }
  }

  walkAll($.root().contents(), 0)
  writer.endParagraph()
  return { blocks: writer.blocks, picturesLeftOut }
}

/** @returns one block for every line of plain text. */
export const textBlocks = (text: string): Block[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => ({ kind: 'text', runs: [{ text: line, bold: false }] }))

/** The editor wraps an inner list in an item of its own, which is no item to the reader. */
const hasOwnText = ($: CheerioAPI, item: Node): boolean =>
  $(item).clone().children('ul, ol').remove().end().text().trim() !== ''

function markerOf(number: number | undefined, depth: number): string {
  if (number === undefined) return depth > 1 ? '◦ ' : '• '
  return depth > 1 ? `（${number}）` : `${number}. `
}

function plainTable($: CheerioAPI, table: Node): string {
  let columns = 0
  const rows = $(table)
    .find('tr')
    .toArray()
    .map((row) => {
      const cells = $(row).children('th, td').toArray()
      columns = Math.max(columns, cells.length)
      return `<tr>${cells.map((cell) => plainCell($, cell)).join('')}</tr>`
    })
  return slide(`<table ${gridAttributes(columns)}><tbody>${rows.join('')}</tbody></table>`)
}

function plainCell($: CheerioAPI, cell: Node): string {
  const name = $(cell).is('th') ? 'th' : 'td'
  const span = (attribute: 'colspan' | 'rowspan') => {
    const count = Number.parseInt($(cell).attr(attribute) ?? '1', 10)
    return count > 1 && count <= 100 ? ` ${attribute}="${count}"` : ''
  }
  const text = collapse($(cell).text()).trim()
  return `<${name}${span('colspan')}${span('rowspan')}>${escapeHtml(text)}</${name}>`
}

const collapse = (text: string) => text.replace(/[ \t\r\n\f]+/g, ' ')

/** Gathers runs of text until the paragraph ends. */
function blockWriter() {
  const blocks: Block[] = []
  let runs: Run[] = []
  let depthOfBold = 0
  let marker = ''

  const endParagraph = () => {
    const trimmed = trimRuns(runs)
    runs = []
    if (trimmed.length === 0) return
    const marked = marker ? joinRuns([{ text: marker, bold: false }, ...trimmed]) : trimmed
    blocks.push({ kind: 'text', runs: marked })
    marker = ''
  }
  return {
    blocks,
    endParagraph,
    text(text: string) {
      runs = joinRuns([...runs, { text: collapse(text), bold: depthOfBold > 0 }])
    },
    bold(inner: () => void) {
      depthOfBold++
      inner()
      depthOfBold--
    },
    /** @param prefix goes before the first text inside, such as a list item's number */
    paragraph(inner: () => void, prefix = '') {
      endParagraph()
      if (prefix) marker = prefix
      inner()
      endParagraph()
    },
    block(block: Block) {
      endParagraph()
      blocks.push(block)
    },
  }
}

function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last && last.bold === run.bold)
      joined[joined.length - 1] = { ...last, text: last.text + run.text }
    else joined.push(run)
  }
  return joined
}

/** The article indents by style, so the blanks that authors indent with go. */
function trimRuns(runs: readonly Run[]): Run[] {
  const kept = runs.filter(({ text }) => text !== '')
  while (kept[0] && kept[0].text.trim() === '') kept.shift()
  while (kept.at(-1)?.text.trim() === '') kept.pop()
  return kept.map((run, i) => {
    const start = i === 0 ? run.text.trimStart() : run.text
    return { ...run, text: i === kept.length - 1 ? start.trimEnd() : start }
  })
}

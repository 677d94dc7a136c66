import { load } from 'cheerio'
import { HeadingLevel, Paragraph } from 'docx'
import type { IParagraphOptions, Table } from 'docx'
import { plainHtml } from '../sanitize.ts'
import type { PublishedSection } from '../types.ts'
import { xmlText } from '../xmlText.ts'
import { isElement, runsOf, type HtmlElement, type HtmlNode } from './inline.ts'
import { narrativeTable } from './narrativeTable.ts'
import type { Pictures } from './pictures.ts'
import { deepestList } from './styles.ts'

export type WordBlock = Paragraph | Table
const headings = { h4: HeadingLevel.HEADING_3, h5: HeadingLevel.HEADING_4 } as const

/** Turns the frozen HTML of sections into paragraphs and tables. */
export class RichText {
  readonly #pictures: Pictures
  /** Every list counts from one. */
  #lists = 0

  constructor(pictures: Pictures) {
    this.#pictures = pictures
  }

  /**
   * Cleaned again: a publication is as old as the rules of its day.
   * @param isLast keeps the last paragraph with what follows: a signature does not stand alone
   */
  blocksOf({ html, text }: Pick<PublishedSection, 'html' | 'text'>, isLast = false): WordBlock[] {
    if (!html.trim()) return linesOf(text)
    const nodes = load(plainHtml(html), null, false).root().contents().toArray()
    const closing = isLast ? nodes.slice(-1) : []
    return [
      ...this.#flow(nodes.slice(0, nodes.length - closing.length), bodyText),
      ...this.#flow(closing, { ...bodyText, keepNext: true }),
    ]
  }

  /** @param paragraph the look of what stands in no block of its own */
  #flow(nodes: readonly HtmlNode[], paragraph: IParagraphOptions): WordBlock[] {
    const blocks: WordBlock[] = []
    let inline: HtmlNode[] = []
    const close = () => {
      const children = runsOf(inline)
      if (children.length > 0) blocks.push(new Paragraph({ ...paragraph, children }))
      inline = []
    }
    for (const node of nodes) {
      const block = isElement(node) ? this.#block(node, paragraph) : undefined
      if (!block) {
        inline.push(node)
        continue
      }
      close()
      blocks.push(...block)
    }
    close()
    return blocks
  }

  /** @returns `undefined` for what stands within a line */
  #block(node: HtmlElement, paragraph: IParagraphOptions): WordBlock[] | undefined {
    const { name, children, attribs } = node
    if (name === 'p') return this.#flow(children, paragraph)
    if (name === 'h4' || name === 'h5') {
      return [new Paragraph({ heading: headings[name], children: runsOf(children) })]
    }
    if (name === 'ol' || name === 'ul') return this.#list(node, name, 0)
    if (name === 'table') return framed(narrativeTable(node, this.#pictures))
    if (name !== 'img') return undefined
    const image = attribs.src?.split('/').at(-1) ?? ''
    return [this.#pictures.paragraph(image, attribs.alt ?? '')]
  }

  #list(list: HtmlElement, reference: 'ol' | 'ul', level: number): WordBlock[] {
    const instance = ++this.#lists
    const numbering = { reference, level: Math.min(level, deepestList), instance }
    return list.children.filter(isElement).flatMap((item) => {
      const isList = (node: HtmlNode) => isElement(node) && /^[ou]l$/.test(node.name)
      const own = item.children.filter((node) => !isList(node))
      const lists = item.children.filter(isElement).filter(isList)
      return [
        ...this.#flow(own, { style: 'ListText', numbering }),
        ...lists.flatMap((one) => this.#list(one, one.name === 'ol' ? 'ol' : 'ul', level + 1)),
      ]
    })
  }
}

const bodyText: IParagraphOptions = { style: 'BodyText' }

/** Keeps a table apart from the text around it; Word also joins two with nothing between them. */
export const framed = (table: Table): WordBlock[] => [
  new Paragraph({ style: 'BeforeTable' }),
  table,
  new Paragraph({ style: 'AfterTable' }),
]

/** Plain text, a paragraph a line. */
export const linesOf = (text: string): Paragraph[] =>
  text
    .split(/\r?\n/)
    .map((line) => xmlText(line.trim()))
    .filter(Boolean)
    .map((line) => new Paragraph({ ...bodyText, text: line }))

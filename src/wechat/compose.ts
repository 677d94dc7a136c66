import type { TableKey } from '../formats/types.ts'
import { chineseDate } from '../publication/chineseDate.ts'
import type { Publication, PublishedSection, ReportContent } from '../publication/types.ts'
import { leadOf } from './lead.ts'
import { clip, type WechatLimits } from './limits.ts'
import { heading, lead, paragraph, signatureLine, subheading, titleLine } from './markup.ts'
import { narrativeOf, textBlocks, type Block } from './narrative.ts'
import type { Pictures } from './pictures.ts'
import type { Leaf, Piece } from './pieces.ts'
import { piecesOf } from './sentences.ts'
import { tableCards } from './tableCards.ts'
import { tableGrid } from './tableGrid.ts'

export type TableForm = 'grid' | 'phone'

export interface ComposeOptions {
  form: TableForm
  pictures: Pictures
  limits: Pick<WechatLimits, 'content' | 'contentBytes'>
  /** The articles have a shorter title, so the full one stands in the text. */
  withTitle: boolean
}

export interface Composed {
  /** The opening and the six sections, in HTML with class names. */
  pieces: Piece[]
  picturesLeftOut: number
}

/** A heading longer than this is a paragraph by mistake. */
const longestHeading = 200

const tables: Readonly<Record<TableForm, (content: ReportContent, key: TableKey) => string>> = {
  grid: tableGrid,
  phone: tableCards,
}

/** Puts an article together from a publication, whatever its length. */
export function compose(
  { content, charts }: Pick<Publication, 'content' | 'charts'>,
  options: ComposeOptions,
): Composed {
  const { form, pictures } = options
  let picturesLeftOut = 0

  const textOf = (blocks: readonly Block[], section: number): Leaf[] =>
    blocks.map((block) => leafOf(block, section, options.limits))
  const bodyOf = ({ html, text }: PublishedSection, section: number): Leaf[] => {
    if (!html.trim()) return textOf(textBlocks(text), section)
    const narrative = narrativeOf(html, pictures.ofText)
    picturesLeftOut += narrative.picturesLeftOut
    return textOf(narrative.blocks, section)
  }
  const chartsOf = (section: number): Leaf[] =>
    charts.flatMap((chart): Leaf[] => {
      if (chart.key === 'cover') return []
      const html = pictures.ofChart(chart)
      picturesLeftOut += html ? 0 : 1
      return html ? [{ kind: 'picture', html, section }] : []
    })
  const tableOf = (key: TableKey, section: number): Leaf[] => [
    { kind: 'form', html: tables[form](content, key), section },
    ...(key === 'applications' ? chartsOf(section) : []),
  ]
  const below = (children: readonly PublishedSection[], section: number): Piece[] =>
    children.map((child) =>
      headed(fixed(subheading(clip(child.heading, longestHeading)), section), [
        ...bodyOf(child, section),
        ...below(child.children, section),
      ]),
    )
  const sectionOf = (part: PublishedSection, section: number): Piece =>
    headed(fixed(heading(clip(part.heading, longestHeading)), section), [
      ...bodyOf(part, section),
      ...(part.table ? tableOf(part.table, section) : []),
      ...below(part.children, section),
      ...(section === content.sections.length ? signatureOf(content, section) : []),
    ])

  const opening = [
    ...(options.withTitle ? [fixed(titleLine(clip(content.title, longestHeading)), 0)] : []),
    fixed(lead(leadOf(content)), 0),
    ...textOf(textBlocks(content.preamble), 0),
  ]
  const sections = content.sections.map((part, i) => sectionOf(part, i + 1))
  return { pieces: [{ children: opening }, ...sections], picturesLeftOut }
}

const fixed = (html: string, section: number): Leaf => ({ kind: 'fixed', html, section })

/** A heading does not stand alone at the end of an article. */
function headed(heading: Leaf, [first, ...rest]: readonly Piece[]): Piece {
  if (!first) return heading
  return { children: [{ children: [heading, first], together: true }, ...rest] }
}

function leafOf(block: Block, section: number, limits: ComposeOptions['limits']): Leaf {
  if (block.kind !== 'text') return { ...block, section }
  const leaf: Leaf = { kind: 'text', html: paragraph(block.runs), section }
  if (!isLong(leaf.html, limits)) return leaf
  const pieces = piecesOf(block.runs, lengthOfPieces(leaf.html, limits))
  return {
    ...leaf,
    sentences: pieces.map((runs) => ({ kind: 'text', html: paragraph(runs), section })),
  }
}

/** May not fit into an article by itself, with all that stands around it. */
const isLong = (html: string, { content, contentBytes }: ComposeOptions['limits']): boolean =>
  html.length > content / 2 || Buffer.byteLength(html) > contentBytes / 2

/** So that a tenth of an article at most stays empty. */
const lengthOfPieces = (html: string, { content, contentBytes }: ComposeOptions['limits']) =>
  Math.min(content, (contentBytes * html.length) / Buffer.byteLength(html)) / 10

function signatureOf({ signature }: ReportContent, section: number): Leaf[] {
  const lines = [clip(signature.name, longestHeading), chineseDate(signature.date)]
  return lines.filter(Boolean).map((line) => fixed(signatureLine(line), section))
}

/** @returns the headings of the six sections by their number */
export const headingsOf = ({ sections }: ReportContent): string[] =>
  sections.map((section) => clip(section.heading, longestHeading))

import type { CheerioAPI } from 'cheerio'
import { ExternalHyperlink, TextRun, UnderlineType } from 'docx'
import type { IRunOptions, ParagraphChild } from 'docx'
import { xmlText } from '../xmlText.ts'

export type HtmlNode = ReturnType<ReturnType<CheerioAPI['root']>['contents']>[number]
export type HtmlElement = Extract<HtmlNode, { attribs: unknown }>
export const isElement = (node: HtmlNode): node is HtmlElement => 'attribs' in node

/** What surrounding elements make of a text. */
type Look = Pick<IRunOptions, 'bold' | 'italics' | 'underline' | 'style'>

const marks: Readonly<Record<string, Look>> = {
  strong: { bold: true },
  em: { italics: true },
  u: { underline: { type: UnderlineType.SINGLE } },
}
/** @returns nothing for nodes without any words */
export function runsOf(nodes: readonly HtmlNode[]): ParagraphChild[] {
  const runs = nodes.flatMap((node) => inlineOf(node, {}))
  return nodes.some(hasWords) ? runs : []
}

const hasWords = (node: HtmlNode): boolean =>
  node.type === 'text'
    ? node.data.trim() !== ''
    : 'children' in node && node.children.some(hasWords)

function inlineOf(node: HtmlNode, look: Look): ParagraphChild[] {
  // White space counts as in HTML: as one blank.
  if (node.type === 'text') {
    return [new TextRun({ ...look, text: xmlText(node.data.replace(/[ \t\r\n]+/g, ' ')) })]
  }
  if (!isElement(node)) return []
  if (node.name === 'br') return [new TextRun({ ...look, break: 1 })]
  const inner = { ...look, ...marks[node.name] }
  if (node.name !== 'a' || !node.attribs.href) {
    return node.children.flatMap((child) => inlineOf(child, inner))
  }
  const children = node.children.flatMap((child) =>
    inlineOf(child, { ...inner, style: 'Hyperlink' }),
  )
  return [new ExternalHyperlink({ link: xmlText(node.attribs.href), children })]
}

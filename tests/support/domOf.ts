import { load } from 'cheerio'
import type { DomNode } from '../../src/sheet/htmlTables.ts'

interface ParsedNode {
  readonly nodeType: number
  readonly tagName?: string
  readonly data?: string
  readonly attribs?: Readonly<Record<string, string>>
  readonly children?: readonly ParsedNode[]
}

/** Parses HTML as browsers do, for code that reads the browser's DOM. */
export const domOf = (html: string): DomNode => domNode(load(html).root()[0] as ParsedNode)

const domNode = ({ nodeType, tagName, data, attribs, children = [] }: ParsedNode): DomNode => ({
  nodeType,
  nodeName: (tagName ?? '#').toUpperCase(),
  nodeValue: data ?? null,
  childNodes: children.map(domNode),
  getAttribute: (name) => attribs?.[name] ?? null,
})

import { expandTable } from '../importing/expandTable.ts'
import type { SpannedCell } from '../importing/expandTable.ts'
import { tidy } from '../importing/plainText.ts'

/** As much of the DOM as reading tables needs; the browser's own nodes fit. */
export interface DomNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly nodeValue: string | null
  readonly childNodes: ArrayLike<DomNode>
  readonly getAttribute?: (name: string) => string | null
}

const elementType = 1
const textType = 3

/** Elements that begin a line of their own in a cell. */
const breaking = new Set(['br', 'div', 'li', 'p'])
const dropped = new Set(['head', 'noscript', 'script', 'style', 'template', 'title'])

/**
 * @param root of an HTML page or fragment
 * @returns the grids of the tables that hold no other table, in their order; a merged cell stands
 * in its first place, the others are blank
 */
export function tablesIn(root: DomNode): string[][][] {
  if (dropped.has(nameOf(root))) return []
  const inner = children(root).flatMap(tablesIn)
  return nameOf(root) === 'table' && inner.length === 0 ? [gridOf(root)] : inner
}

function gridOf(table: DomNode): string[][] {
  const rows = rowsIn(table).map((row) =>
    children(row)
      .filter((cell) => ['td', 'th'].includes(nameOf(cell)))
      .map(spannedCell),
  )
  return expandTable(rows).map((row) => row.map((text) => text ?? ''))
}

/** Excel adds a row that only carries the widths of columns, and hides it. */
const rowsIn = (parent: DomNode): DomNode[] =>
  children(parent).flatMap((child) => {
    if (nameOf(child) !== 'tr') return rowsIn(child)
    return /display:\s*none/i.test(attribute(child, 'style')) ? [] : [child]
  })

const spannedCell = (cell: DomNode): SpannedCell => ({
  text: textOf(cell),
  colSpan: span(attribute(cell, 'colspan')),
  rowSpan: span(attribute(cell, 'rowspan')),
})

/** The lines of a cell; white space of the source is no more than a space. */
const textOf = (cell: DomNode): string =>
  written(cell)
    .split('\n')
    .map((line) => tidy(line.replace(/[ \t\r\f]+/g, ' ')))
    .filter((line) => line !== '')
    .join('\n')

function written(node: DomNode): string {
  if (node.nodeType === textType) return (node.nodeValue ?? '').replace(/[\r\n]+/g, ' ')
  const text = dropped.has(nameOf(node)) ? '' : children(node).map(written).join('')
  return breaking.has(nameOf(node)) ? `\n${text}\n` : text
}

const children = (node: DomNode): DomNode[] => Array.from(node.childNodes)

const nameOf = (node: DomNode): string =>
  node.nodeType === elementType ? node.nodeName.toLowerCase() : ''

const attribute = (node: DomNode, name: string): string => node.getAttribute?.(name) ?? ''

const span = (text: string): number => Math.max(1, Number.parseInt(text, 10) || 1)

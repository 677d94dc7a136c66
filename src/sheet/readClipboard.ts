import Papa from 'papaparse'
import { looksLikeValue } from '../importing/readCell.ts'
import { tablesIn } from './htmlTables.ts'
import type { DomNode } from './htmlTables.ts'

/** Printed cells as they were copied: rows of the same length. */
export type PrintedBlock = readonly (readonly string[])[]

/** What a paste event carries, as far as there is any. */
export interface Clipboard {
  readonly text?: string | undefined
  readonly html?: string | undefined
}

export type ParseHtml = (html: string) => DomNode

const parseInBrowser: ParseHtml = (html) =>
  new DOMParser().parseFromString(html, 'text/html').documentElement

/**
 * Reads what was copied from Excel, WPS, Word or a web page. HTML knows of merged cells and of lines
 * within a cell, so the plain text is read only where figures are in no table.
 * @param parseHtml for where there is no DOMParser
 * @returns the cells; no rows when nothing was copied
 */
export function readClipboard(
  { text = '', html = '' }: Clipboard,
  parseHtml = parseInBrowser,
): PrintedBlock {
  const fromText = readText(text)
  const fromHtml = html.includes('<') ? readTables(tablesIn(parseHtml(html))) : []
  const isTable = holdsFigures(fromHtml) || (fromHtml.length > 0 && !holdsFigures(fromText))
  return isTable ? fromHtml : fromText
}

/** Several tables come one below the other, a blank row between them. */
const readTables = (tables: readonly string[][][]): PrintedBlock =>
  rectangular(tables.flatMap((rows, i) => (i > 0 ? [[''], ...rows] : rows)))

/** Cells separated by tabs. Excel puts a cell of several lines in quotes. */
function readText(text: string): PrintedBlock {
  const options = { delimiter: '\t', skipEmptyLines: false } as const
  const quoted = Papa.parse<string[]>(text, options)
  const whole = quoted.errors.every(({ type }) => type !== 'Quotes')
  // A label that merely begins with a quotation mark.
  const rows = whole ? quoted.data : text.split(/\r\n|\r|\n/).map((line) => line.split('\t'))
  const endsWithBreak = rows.at(-1)?.join('\t') === ''
  return rectangular(endsWithBreak ? rows.slice(0, -1) : rows)
}

function rectangular(rows: readonly (readonly string[])[]): PrintedBlock {
  const width = Math.max(0, ...rows.map(({ length }) => length))
  return rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')])
}

const holdsFigures = (block: PrintedBlock): boolean => block.flat().some(looksLikeValue)

import type { CellRef } from '../../formats/types.ts'
import { keyOf } from '../findings.ts'
import type { Finding } from '../types.ts'
import { placeOf } from './parse.ts'
import type { PlacedParagraph } from './parse.ts'
import type { Precision, Quantity, Span } from './types.ts'

/** What a narrative rule has to say, before it is a finding. */
export interface Statement {
  readonly rule: string
  readonly paragraph: PlacedParagraph
  readonly span: Span
  readonly cells: readonly CellRef[]
  readonly expected: number | null
  readonly actual: number | null
  /** Follows the quoted words. */
  readonly says: string
}

const quotedAtMost = 60

export function findingOf(statement: Statement): Finding {
  const { rule, paragraph, cells, expected, actual, says } = statement
  const { start, end } = placeOf(paragraph, statement.span)
  const { id, text } = paragraph.passage
  const quote = text.slice(start, end)
  const [table] = cells.map((cell) => cell.table)
  return {
    rule,
    severity: 'warning',
    status: 'violated',
    ...(table && { table }),
    cells: [...cells],
    expected,
    actual,
    message: `正文“${cut(quote)}”${says}`,
    key: keyOf(rule, expected ?? '', actual ?? '', quote),
    passage: { id, start, end, quote },
  }
}

const cut = (quote: string): string => {
  const words = quote.replace(/\s+/g, '')
  return words.length > quotedAtMost ? `${words.slice(0, quotedAtMost)}…` : words
}

const shortest = 8

/** @returns the clause around a number, with the one before it where it is only a few words. */
export function clauseAround(text: string, { start, end }: Span): Span {
  let from = before(text, start)
  if (end - from < shortest && /[，：（]/.test(text.charAt(from - 1))) from = before(text, from - 1)
  const rest = text.slice(end).search(/[，；。！？）]/u)
  return { start: from, end: rest < 0 ? text.length : end + rest }
}

function before(text: string, at: number): number {
  let from = at
  while (from > 0 && !/[，；：。！？（]/.test(text.charAt(from - 1))) from--
  return from
}

/** The span from one number's clause to another's. */
export const clausesAround = (text: string, spans: readonly Span[]): Span => {
  const around = spans.map((span) => clauseAround(text, span))
  return {
    start: Math.min(...around.map(({ start }) => start)),
    end: Math.max(...around.map(({ end }) => end)),
  }
}

/** The least and the most that a stated number can mean. */
export function rangeOf({ value, precision }: Pick<Quantity, 'value' | 'precision'>): {
  least: number
  most: number
} {
  const ranges: Readonly<Record<Precision, { least: number; most: number }>> = {
    exact: { least: value, most: value },
    atLeast: { least: value, most: Infinity },
    about: { least: value * 0.75, most: value * 1.25 },
  }
  return ranges[precision]
}

export function fits(quantity: Pick<Quantity, 'value' | 'precision'>, value: number): boolean {
  const { least, most } = rangeOf(quantity)
  return value >= least && value <= most
}

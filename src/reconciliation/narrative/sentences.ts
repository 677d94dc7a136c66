import { quantitiesIn } from './quantities.ts'
import type { Quantity, Span } from './types.ts'

/** A number of a sentence with the words around it. */
export interface Item {
  readonly quantity: Quantity
  /** The words of its own clause before it, back to the last number. */
  readonly before: string
  /** The clauses without a number between the last number and its own clause. */
  readonly lead: string
  /** The words of its own clause after it, up to the next number. */
  readonly after: string
  /** All that stands between the last number, or the sentence's begin, and this one. */
  readonly gap: string
  readonly depth: number
  /** The place, among the items, of the number that the parenthesis around this one explains. */
  readonly explains?: number
}

/** From one full stop to the next; offsets are those of the paragraph's plain text. */
export interface Sentence extends Span {
  readonly text: string
  readonly items: readonly Item[]
  /** The words after the last number. */
  readonly tail: string
}

/** @param text as `plainText` makes it. */
export function sentencesOf(text: string): Sentence[] {
  const quantities = quantitiesIn(text)
  const sentences: Sentence[] = []
  let start = 0
  for (const { 0: stop, index } of text.matchAll(/[。！？]+|$/gu)) {
    const end = index + stop.length
    if (end > start) sentences.push(sentenceOf(text, { start, end }, quantities))
    start = end
  }
  return sentences
}

/** More numbers than these in one sentence are a table that lost its cells. */
const mostNumbers = 120

function sentenceOf(text: string, span: Span, all: readonly Quantity[]): Sentence {
  const own = all.filter(({ start }) => start >= span.start && start < span.end)
  const quantities = own.length > mostNumbers ? [] : own
  const words = text.slice(span.start, span.end)
  const scan = new Scan(text, span, quantities)
  return { ...span, text: words, items: scan.items(), tail: text.slice(scan.lastEnd, span.end) }
}

type Draft = { -readonly [K in keyof Item]: Item[K] }

/** Reads a sentence letter by letter: what is in parentheses does not part the words around. */
class Scan {
  lastEnd: number
  private words = ''
  private lead = ''
  private depth = 0
  private readonly found: Draft[] = []
  private readonly outside: { words: string; lead: string; explains?: number }[] = []
  private explains: number | undefined
  /** The item whose words after it are still being read. */
  private open: Draft | undefined

  constructor(
    private readonly text: string,
    private readonly span: Span,
    private readonly quantities: readonly Quantity[],
  ) {
    this.lastEnd = span.start
  }

  items(): Item[] {
    let next = 0
    for (let index = this.span.start; index < this.span.end; index++) {
      const quantity = this.quantities[next]
      if (quantity?.start === index) {
        this.take(quantity)
        index = quantity.end - 1
        next++
      } else this.read(this.text.charAt(index))
    }
    return this.found
  }

  private take(quantity: Quantity): void {
    const { words: before, lead, depth, explains } = this
    const gap = this.text.slice(this.lastEnd, quantity.start)
    const item: Draft = { quantity, before, lead, after: '', gap, depth }
    if (explains !== undefined) item.explains = explains
    this.found.push(item)
    this.open = item
    this.lastEnd = quantity.end
    this.words = ''
    this.lead = ''
  }

  private read(letter: string): void {
    if (letter === '（') this.enter()
    else if (letter === '）') this.leave()
    else if (/[，；：。！？]/.test(letter)) this.part()
    else {
      if (this.open) this.open.after += letter
      this.words += letter
    }
  }

  private part(): void {
    if (this.words !== '' && !this.open) this.lead += `${this.words}，`
    this.words = ''
    this.open = undefined
  }

  private enter(): void {
    const { words, lead, explains } = this
    this.outside.push({ words, lead, ...(explains === undefined ? {} : { explains }) })
    const last = this.found.length - 1
    const follows = this.open !== undefined || (words === '' && lead === '')
    this.explains = follows && last >= 0 ? last : undefined
    this.words = ''
    this.lead = ''
    this.open = undefined
    this.depth++
  }

  private leave(): void {
    const outside = this.outside.pop()
    this.words = outside?.words ?? ''
    this.lead = outside?.lead ?? ''
    this.explains = outside?.explains
    this.open = undefined
    this.depth = Math.max(0, this.depth - 1)
  }
}

/** A place in a text: offsets into it. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** A sentence as the engine names it: its words, and all the text of the passage before them. */
export interface Sought {
  readonly before: string
  readonly quote: string
}

/**
 * Finds a sentence in a text that is the passage's but for blanks, line breaks and what the screen
 * leaves out. Of several that read the same, it is the one that is nearest to where it should be.
 */
export function locate(text: string, { before, quote }: Sought): Stretch | undefined {
  const places = [...Array(text.length).keys()].filter((index) => isInk(text.charAt(index)))
  const words = dense(quote)
  const at = nearest(occurrences(dense(text), words), dense(before).length)
  if (at === undefined) return undefined
  const [start, last] = [places[at], places[at + words.length - 1]]
  return start === undefined || last === undefined ? undefined : { start, end: last + 1 }
}

const isInk = (character: string): boolean => /[^\s\u200B\uFEFF]/u.test(character)

const dense = (text: string): string => text.replace(/[\s\u200B\uFEFF]/gu, '')

function occurrences(text: string, words: string): number[] {
  const found: number[] = []
  for (let at = words ? text.indexOf(words) : -1; at >= 0; at = text.indexOf(words, at + 1)) {
    found.push(at)
  }
  return found
}

const nearest = (places: readonly number[], due: number): number | undefined =>
  [...places].sort((one, other) => Math.abs(one - due) - Math.abs(other - due))[0]

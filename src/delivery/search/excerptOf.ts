import { regexOf } from './words.ts'

/** What stands around the first place where a word was found. */
export interface Excerpt {
  excerpt: string
  /** Where the words are in it: from and to, in UTF-16 units. */
  excerptHits: [from: number, to: number][]
}

const before = 20
const longest = 100

/**
 * @param searchText as publications have it: title and organ, each a line, then the text
 * @param words of the search
 */
export function excerptOf(searchText: string, words: readonly string[]): Excerpt {
  const [, , ...lines] = searchText.split('\n')
  const body = lines.join(' ').replace(/\s+/g, ' ').trim()
  const pattern = words.map(regexOf).join('|')
  const first = body.search(new RegExp(regexOf(longestOf(words)), 'u'))
  const from = wholeCharacter(body, Math.max(0, first - before))
  const to = wholeCharacter(body, Math.min(body.length, from + longest))
  const excerpt = `${from > 0 ? '…' : ''}${body.slice(from, to)}${to < body.length ? '…' : ''}`
  const excerptHits = [...excerpt.matchAll(new RegExp(pattern, 'gu'))].map(
    ({ index, 0: hit }): [number, number] => [index, index + hit.length],
  )
  return { excerpt, excerptHits }
}

/** Says most about what was looked for. */
const longestOf = (words: readonly string[]): string =>
  [...words].sort((a, b) => b.length - a.length)[0] ?? ''

/** A cut within a surrogate pair would leave half a character on either side. */
const wholeCharacter = (text: string, index: number): number =>
  /[\udc00-\udfff]/.test(text.charAt(index)) ? index - 1 : index

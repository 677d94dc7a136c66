/**
 * The words of a search, and how each is told to a database. A word is found anywhere in the text,
 * for Chinese has no blanks between words. Latin letters and digits are found in either case and in
 * either width, so that 12345 finds １２３４５. Both databases read their pattern alike.
 */

/** @returns each word once */
export const wordsOf = (q: string): string[] => [...new Set(q.split(/\s+/).filter(Boolean))]

const fullWidthOffset = 0xfee0

/** @returns all forms that stand for the same character; of most, only itself */
function formsOf(character: string): string[] {
  const halfWidth = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/.test(character)
    ? String.fromCharCode(character.charCodeAt(0) - fullWidthOffset)
    : character
  if (!/[0-9a-z]/i.test(halfWidth)) return [character]
  const cases = [...new Set([halfWidth.toLowerCase(), halfWidth.toUpperCase()])]
  return cases.flatMap((form) => [form, String.fromCharCode(form.charCodeAt(0) + fullWidthOffset)])
}

function patternOf(word: string, literal: (character: string) => string): string {
  return [...word]
    .map((character) => {
      const forms = formsOf(character)
      return forms.length > 1 ? `[${forms.join('')}]` : literal(character)
    })
    .join('')
}

/** For SQLite's GLOB, over the whole text. */
export const globOf = (word: string): string =>
  `*${patternOf(word, (character) => ('*?['.includes(character) ? `[${character}]` : character))}*`

/** The source of a regular expression, for MongoDB and for ourselves. */
export const regexOf = (word: string): string =>
  patternOf(word, (character) => character.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&'))

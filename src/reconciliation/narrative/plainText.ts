/** Text as people type it, made comparable without losing where each letter stood. */

export interface PlainText {
  /** Without white space, with half-width digits and letters and full-width punctuation. */
  readonly text: string
  /** Where each letter of `text` stands in the original; one more entry for the end. */
  readonly offsets: readonly number[]
}

const fullWidth: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '(': '（',
  ')': '）',
  '!': '！',
  '?': '？',
}
const halfWidth: Readonly<Record<string, string>> = { '％': '%', '．': '.', '－': '-', '＋': '+' }

const isDigit = (letter: string | undefined) =>
  letter !== undefined && ((letter >= '0' && letter <= '9') || (letter >= '０' && letter <= '９'))

const blank = /[\s\u00a0\u00ad\u200b-\u200f\u2060\u3000\ufeff]/

/**
 * @param original a paragraph
 * @param shift what to add to every offset
 */
export function plainText(original: string, shift = 0): PlainText {
  const offsets: number[] = []
  let text = ''
  for (let index = 0; index < original.length; index++) {
    const letter = plainLetter(original, index)
    if (letter === '') continue
    // A blank between two digits keeps two numbers apart.
    if (isDigit(letter) && isDigit(text.at(-1)) && offsets.at(-1) !== shift + index - 1) {
      text += ' '
      offsets.push(shift + index)
    }
    text += letter
    offsets.push(shift + index)
  }
  offsets.push(shift + original.length)
  return { text, offsets }
}

function plainLetter(original: string, index: number): string {
  const letter = original.charAt(index)
  if (letter === ',' && separatesThousands(original, index)) return letter
  const code = letter.charCodeAt(0)
  if (code > 0x4dff && code < 0xfe00) return letter
  if (blank.test(letter)) return ''
  const replaced = fullWidth[letter] ?? halfWidth[letter]
  if (replaced !== undefined) return replaced
  const letters = (code >= 0xff10 && code <= 0xff19) || (code >= 0xff21 && code <= 0xff5a)
  return letters && code !== 0xff3b ? String.fromCharCode(code - 0xfee0) : letter
}

function separatesThousands(text: string, index: number): boolean {
  const [a, b, c, d] = [1, 2, 3, 4].map((step) => text[index + step])
  return isDigit(text[index - 1]) && isDigit(a) && isDigit(b) && isDigit(c) && !isDigit(d)
}

/** A paragraph of a passage and where it begins. */
export interface Paragraph {
  readonly text: string
  readonly start: number
}

const ends = /[。！？；：!?;:.]\s*$/
const begins =
  /^\s*(?:[一二三四五六七八九十]+[、.．是]|[（(][一二三四五六七八九十\d]+[)）]|\d+[.．、](?!\d))/
/** Shorter lines without a full stop are headings. */
const wrapsFrom = 18

/** Splits at line breaks, except where a line that a PDF had wrapped goes on in the next one. */
export function paragraphsOf(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let start = 0
  let at = 0
  const lines = text.split('\n')
  lines.forEach((line, index) => {
    at += line.length + 1
    const next = lines[index + 1]
    const goesOn =
      next !== undefined &&
      line.trim().length >= wrapsFrom &&
      next.trim() !== '' &&
      !ends.test(line) &&
      !begins.test(next)
    if (goesOn) return
    paragraphs.push({ text: text.slice(start, at - 1), start })
    start = at
  })
  return paragraphs.filter((paragraph) => paragraph.text.trim() !== '')
}

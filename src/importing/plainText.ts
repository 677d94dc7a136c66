/** Text as people type it, made comparable. */

const invisible = /[\u200b-\u200f\u2060\ufeff\u00ad]/g

/** Without the indents and padding around it; spaces inside stay. */
export const tidy = (text: string): string =>
  text
    .replace(invisible, '')
    .replace(/\u00a0/g, ' ')
    .trim()

/** Without any white space, with half-width letters, digits and punctuation. */
export const compact = (text: string): string =>
  text.normalize('NFKC').replace(invisible, '').replace(/\s+/g, '')

/** Letters and digits only: labels that differ in spaces and punctuation become equal. */
export const lettersOf = (text: string): string =>
  text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')

const digits = '零一二三四五六七八九'

/**
 * @param text digits, or Chinese numerals below 100 (十二), or Chinese digits in a row (二〇二一)
 * @returns the number, or `undefined` when it is none of these
 */
export function numeral(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text)
  const plain = text.replace(/[〇○Ｏ]/g, '零')
  const tens = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/.exec(plain)
  if (tens)
    return digits.indexOf(tens[1] ?? '一') * 10 + Math.max(0, digits.indexOf(tens[2] ?? '零'))
  if (!/^[零一二三四五六七八九]+$/.test(plain)) return undefined
  return Number([...plain].map((digit) => digits.indexOf(digit)).join(''))
}

/** @returns YYYY-MM-DD, or `undefined` when there is no such day. */
export function isoDate(year: string, month: string, day: string): string | undefined {
  const [y, m, d] = [numeral(year), numeral(month), numeral(day)]
  if (y === undefined || m === undefined || d === undefined || y < 1900 || y > 2999)
    return undefined
  const date = new Date(Date.UTC(y, m - 1, d))
  return date.getUTCMonth() === m - 1 && date.getUTCDate() === d
    ? date.toISOString().slice(0, 10)
    : undefined
}

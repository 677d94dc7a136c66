import { compact, isoDate } from './plainText.ts'
import { isOrganLine } from './readTitle.ts'

export interface Signature {
  readonly organ?: string
  readonly signedOn?: string
  /** The lines of the section without the signature. */
  readonly rest: readonly string[]
}

const numerals = '[\\d〇○零一二三四五六七八九十]'
const datePattern = new RegExp(`(${numerals}{4})年(${numerals}{1,3})月(${numerals}{1,3})日$`)
const organEnd =
  /(?:政府|办公室|办|委员会|管委会|委|局|厅|院|署|处|所|中心|街道|镇|乡|大队|支队|总队|集团|公司|区|县|市)$/
/** Footers of the page may stand below the date. */
const nearEnd = 6

/**
 * Takes the signature off the end of the last section: the organ and below it, or behind it, the
 * date.
 */
export function readSignature(lines: readonly string[]): Signature {
  for (let at = lines.length - 1; at >= Math.max(0, lines.length - nearEnd); at -= 1) {
    const plain = compact(lines[at] ?? '')
    const match = datePattern.exec(plain)
    const [, year = '', month = '', day = ''] = match ?? []
    const signedOn = isoDate(year, month, day)
    if (!match || !signedOn) continue
    if (match.index === 0) return withOrganAbove(lines, at, signedOn)
    const before = plain.slice(0, match.index)
    if (isOrgan(before)) return { organ: before, signedOn, rest: without(lines, at, 1) }
  }
  const last = lines.at(-1)
  return last !== undefined && lines.length > 1 && isOrgan(last)
    ? { organ: squeeze(last), rest: lines.slice(0, -1) }
    : { rest: lines }
}

function withOrganAbove(lines: readonly string[], at: number, signedOn: string): Signature {
  const above = lines[at - 1]
  return above !== undefined && isOrgan(above)
    ? { organ: squeeze(above), signedOn, rest: without(lines, at - 1, 2) }
    : { signedOn, rest: without(lines, at, 1) }
}

const without = (lines: readonly string[], from: number, count: number): string[] =>
  lines.filter((_, index) => index < from || index >= from + count)

const squeeze = (text: string): string => text.replace(/\s+/g, '')

const isOrgan = (line: string): boolean => {
  const text = squeeze(line)
  return isOrganLine(text) && organEnd.test(text)
}

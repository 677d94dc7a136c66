import { compact, numeral, tidy } from './plainText.ts'

/** What the title says. */
export interface Title {
  readonly title: string
  readonly organ?: string
  readonly year?: number
}

/** The lines of the text before section 一, taken apart. */
export interface Heading {
  readonly title?: Title
  /** Lines before the title that are not part of it. */
  readonly above: readonly number[]
  /** Index of the first line after the title. */
  readonly next: number
}

const kind = '(?:政府信息公开|政务公开|信息公开)(?:工作)?(?:情况)?(?:的)?年(?:度)?(?:工作)?报告?'
const bracketed = /[（(][^（）()]{0,60}[）)]$/
const titleEnd = new RegExp(`${kind}(?:${bracketed.source.slice(0, -1)})?$`)
const yearPattern = /(20\d{2}|二[〇○零Ｏ]二?[〇○零一二三四五六七八九]{1,2})年?(?:年度)?/

/**
 * Finds the title, which may take two or three lines with the organ on a line of its own.
 * @param lines the lines before section 一
 */
export function readTitle(lines: readonly string[]): Heading {
  for (let last = Math.min(lines.length, 400) - 1; last >= 0; last -= 1) {
    const first = titleStart(lines, last)
    if (first === undefined) continue
    const text = lines
      .slice(first, last + 1)
      .map(squeezed)
      .join('')
      .replace(/^标题[:：]/, '')
    return {
      title: titleOf(text),
      above: lines.slice(0, first).map((_, index) => index),
      next: last + 1,
    }
  }
  return { above: [], next: 0 }
}

/** From the words of a title, such as the title element of a page. */
export function titleFromText(text: string): Title | undefined {
  const plain = squeezed(text)
  return titleEnd.test(plain) && plain.length <= 80 ? titleOf(plain) : undefined
}

const squeezed = (text: string): string => tidy(text).replace(/\s+/g, '')

/** @returns the line where a title that ends in line `last` begins, if one ends there. */
function titleStart(lines: readonly string[], last: number): number | undefined {
  for (let first = last; first >= Math.max(0, last - 2); first -= 1) {
    const text = lines
      .slice(first, last + 1)
      .map(squeezed)
      .join('')
    if (text.length > 100 || /[。；]/.test(text.replace(bracketed, ''))) return undefined
    if (!titleEnd.test(text)) continue
    return titleOf(text).organ === undefined ? withLinesAbove(lines, first) : first
  }
  return undefined
}

/** The organ, and the year, may stand on lines of their own above the rest of the title. */
function withLinesAbove(lines: readonly string[], first: number): number {
  const above = squeezed(lines[first - 1] ?? '')
  if (isOrganLine(above)) return first - 1
  const isYearLine = /^[\p{Script=Han}（）()]{0,30}20\d{2}年(?:度)?$/u.test(above)
  if (!isYearLine) return first
  const organAbove = /^20/.test(above) && isOrganLine(squeezed(lines[first - 2] ?? ''))
  return organAbove ? first - 2 : first - 1
}

function titleOf(text: string): Title {
  const year = numeral((yearPattern.exec(compact(text))?.[1] ?? '').replace(/○/g, '〇'))
  const organ = text
    .replace(titleEnd, '')
    .replace(/20\d{2}年?(?:年度|度)?|[二][〇○零Ｏ][〇○零一二三四五六七八九]{2}年(?:度)?/g, '')
    .replace(/^(?:关于)|(?:关于)$|的$/g, '')
  return {
    title: text,
    ...(organ.length >= 2 ? { organ } : {}),
    ...(year !== undefined && year >= 1900 ? { year } : {}),
  }
}

/** Whether a line can be nothing but the name of an organ. */
export const isOrganLine = (text: string): boolean =>
  /^[\p{Script=Han}（）()·]{2,30}$/u.test(text) && !/^(?:附件|正文|目录|无|首页)$/.test(text)

import { numeral, tidy } from './plainText.ts'
import type { ImportedSection } from './types.ts'

interface Numbered {
  /** Whether the number is （一） rather than （1）. */
  readonly chinese: boolean
  readonly number: number
  readonly heading: string
  readonly rest: string
}

const longestHeading = 40
const numberedLine = /^[（(]\s*([一二三四五六七八九十]{1,3}|\d{1,2})\s*[)）]\s*[、.．]?/

/**
 * Divides the lines of a section at （一）, （二） and so on. （1） counts as well where it stands in
 * place of （一）; elsewhere it numbers paragraphs.
 */
export function readSubsections(
  lines: readonly string[],
): Pick<ImportedSection, 'paragraphs' | 'children'> {
  const paragraphs: string[] = []
  const children: ImportedSection['children'] = []
  const isNext = subheadingTest(lines)
  lines.forEach((line, index) => {
    const found = numbered(line)
    if (found && isNext(found, index, children.length)) {
      children.push({ heading: found.heading, paragraphs: found.rest ? [found.rest] : [] })
    } else {
      ;(children.at(-1)?.paragraphs ?? paragraphs).push(tidy(line))
    }
  })
  return { paragraphs, children }
}

/** @returns number, short heading and what follows it, if the line begins with such a heading. */
function numbered(line: string): Numbered | undefined {
  const text = tidy(line)
  const mark = numberedLine.exec(text)
  const number = numeral(mark?.[1] ?? '')
  if (!mark || number === undefined) return undefined
  const split = splitHeading(tidy(text.slice(mark[0].length)))
  return split && { chinese: !/\d/.test(mark[1] ?? ''), number, ...split }
}

function splitHeading(text: string): { heading: string; rest: string } | undefined {
  const runOn = /^(.{2,20}?(?:情况|方面|工作|问题|措施))\s+(\S[^]*)$/.exec(text)
  if (runOn && text.length > longestHeading)
    return { heading: runOn[1] ?? '', rest: runOn[2] ?? '' }
  const end = text.indexOf('。')
  const heading = tidy((end < 0 ? text : text.slice(0, end)).replace(/[、，,；;：:.]+$/, ''))
  if (heading === '' || heading.length > longestHeading) return undefined
  return { heading, rest: end < 0 ? '' : tidy(text.slice(end + 1)) }
}

/** Decides for each numbered line whether it is a heading, by what stands around it. */
function subheadingTest(lines: readonly string[]) {
  const chineseLines = lines.map((line) => numbered(line)?.chinese === true)
  let items = 0
  return (found: Numbered, index: number, before: number): boolean => {
    if (found.chinese) {
      items = 0
      return true
    }
    const startsAtOne = before === 0 && found.number === 1
    const continues = items === 0 && before > 0 && found.number === before + 1
    const amongChinese = chineseLines.includes(true)
    const follows = startsAtOne ? !amongChinese || chineseLines.indexOf(true) > index : continues
    const isHeading = follows && found.rest === ''
    if (!isHeading) items += 1
    return isHeading
  }
}

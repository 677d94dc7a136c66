import type { SectionKey } from '../formats/types.ts'
import type { Block } from './types.ts'

export interface SectionHeading {
  readonly key: SectionKey
  /** As printed, without spaces and trailing punctuation. */
  readonly heading: string
  /** Text that runs on after the heading in the same line. */
  readonly rest: string
  readonly numbered: boolean
}

export interface PlacedHeading extends SectionHeading {
  /** Where among the blocks. */
  readonly index: number
}

const order: readonly SectionKey[] = [
  'overview',
  'disclosure',
  'applications',
  'disputes',
  'problems',
  'other',
]

/** How the six headings are worded in use, without their ordinals. */
const wordings: Readonly<Record<SectionKey, string>> = {
  overview: '(?:政府信息公开)?(?:工作)?的?(?:总体|基本)情况',
  disclosure: '(?:行政机关)?主动公开政府信息(?:工作)?的?情况',
  applications: '(?:收到|受理)(?:和|及|与|、)?处理的?政府信息公开的?申请的?情况',
  disputes:
    '(?:因|有关)?政府信息公开(?:工作)?(?:被)?(?:申请|提起)?行政法?复议(?:和|及|与|、)*(?:被)?(?:提起)?行政诉讼的?情况',
  problems:
    '(?:政府信息公开)?(?:工作)?中?(?:存在|主要)的?(?:主要|突出)?(?:问题|困难|不足)(?:(?:和|及|与|、)?(?:下一步)?(?:改进|整改)(?:情况|措施|打算)?)?',
  other: '其[他它]需要(?:报告|说明)的?事项',
}

const ordinal = '(?:[l|I]?第?[一二三四五六七八九十]{1,2}(?:部分|章)?|\\d)[、.．,，:：]+'
const patterns = order.map((key) => ({
  key,
  pattern: new RegExp(`^(${ordinal})?(?:${wordings[key]})`),
}))

const wordingGoesOn = /^(?:[及和与、的等]|情况|说明|措施|改进|方面)[^\d，,。；;：:]*$/

/**
 * Says whether a line is, or begins with, one of the six headings. Headings of sub-sections, which
 * have their ordinal in brackets, are not.
 */
export function matchSectionHeading(line: string): SectionHeading | undefined {
  const text = line.slice(0, 5000).replace(/[\s\ufeff]+/g, '')
  for (const { key, pattern } of patterns) {
    const match = pattern.exec(text)
    if (!match) continue
    const numbered = match[1] !== undefined
    const after = text.slice(match[0].length)
    const closing = withoutEnd(after)
    if (closing === '') return { key, heading: match[0], rest: '', numbered }
    // A sentence may begin with the same words; only an ordinal makes a longer line a heading.
    if (!numbered) continue
    if (closing.length <= 12 && wordingGoesOn.test(closing)) {
      return { key, heading: match[0] + closing, rest: '', numbered }
    }
    const restAt = line.length <= 5000 ? positionAfter(line, match[0].length) : match[0].length
    return {
      key,
      heading: match[0],
      rest: line.slice(restAt).replace(/^[\s、，,。；;：:]+/, ''),
      numbered,
    }
  }
  return undefined
}

const withoutEnd = (text: string): string => text.replace(/[、，,。；;：:.]+$/, '')

/** Where in a line its first `count` characters that are no white space end. */
function positionAfter(line: string, count: number): number {
  let seen = 0
  let at = 0
  while (at < line.length && seen < count) {
    if (!/[\s\ufeff]/.test(line.charAt(at))) seen += 1
    at += 1
  }
  return at
}

/**
 * Chooses the headings of the report among all lines that look like one: at most one a section, in
 * the statutory order, rather with its table below it than without.
 */
export function placeHeadings(blocks: readonly Block[]): PlacedHeading[] {
  const candidates = blocks.flatMap((block, index): PlacedHeading[] => {
    const heading = block.type === 'line' ? matchSectionHeading(block.text) : undefined
    return heading ? [{ ...heading, index }] : []
  })
  const best: Choice[] = []
  /** For each section the candidate that ends the heaviest choice so far. */
  const leaders: (number | undefined)[] = []
  candidates.forEach((candidate, i) => {
    const end = candidates[i + 1]?.index ?? blocks.length
    const own = weightOf(candidate, blocks.slice(candidate.index, end))
    const previous = heaviestOf(leaders.slice(0, rank(candidate)), best)
    const before = previous === undefined ? 0 : (best[previous]?.weight ?? 0)
    best.push({ weight: before + own, previous })
    const leader = leaders[rank(candidate)]
    const isHeavier = leader === undefined || (best[leader]?.weight ?? 0) < before + own
    if (isHeavier) leaders[rank(candidate)] = i
  })
  return traceBack(candidates, best, heaviestOf(leaders, best))
}

/** The best choice of headings that ends with a candidate. */
interface Choice {
  readonly weight: number
  /** The candidate before it in that choice. */
  readonly previous: number | undefined
}

function heaviestOf(
  indexes: readonly (number | undefined)[],
  best: readonly Choice[],
): number | undefined {
  return indexes.reduce(
    (a, b) => ((best[b ?? -1]?.weight ?? 0) > (best[a ?? -1]?.weight ?? 0) ? b : a),
    undefined,
  )
}

const rank = ({ key }: SectionHeading): number => order.indexOf(key)

const tableSections: readonly SectionKey[] = ['disclosure', 'applications', 'disputes']

const weightOf = (heading: SectionHeading, below: readonly Block[]): number =>
  (heading.numbered ? 10 : 4) +
  (tableSections.includes(heading.key) && below.some(({ type }) => type === 'table') ? 5 : 0)

function traceBack(
  candidates: readonly PlacedHeading[],
  best: readonly Choice[],
  last: number | undefined,
): PlacedHeading[] {
  const chosen: PlacedHeading[] = []
  for (let at = last; at !== undefined; at = best[at]?.previous) {
    const candidate = candidates[at]
    if (candidate) chosen.unshift(candidate)
  }
  return chosen
}

const inlineHeading = new RegExp(`(?=[一二三四五六]、(?:${Object.values(wordings).join('|')}))`)

/** Breaks lines before headings, for texts whose line breaks were lost. */
export const separateInlineHeadings = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block): Block[] =>
    block.type === 'line'
      ? block.text.split(inlineHeading).map((text) => ({ ...block, text }))
      : [block],
  )

import type { ReconciliationInput } from '../types.ts'
import type { Claim } from './claims.ts'
import { speaksOfAll } from './compare.ts'
import type { Verdicts } from './compare.ts'
import type { List } from './listStructure.ts'
import type { PlacedParagraph } from './parse.ts'
import { isSettled } from './settled.ts'
import { clauseAround, clausesAround, rangeOf } from './statement.ts'
import type { Statement } from './statement.ts'

/** A total and its parts, as the text gives them: 其中, 包括, or in parentheses after the total. */
export function checkLists(
  paragraph: PlacedParagraph,
  verdicts: Verdicts,
  figures: ReconciliationInput['disclosureFigures'],
): Statement[] {
  return paragraph.lists.flatMap((list): Statement[] => {
    const { heads, parts } = list
    const channels = parts.filter(({ subject }) => subject === 'channel')
    if (channels.length > 0 && !isOfKinds(parts, channels))
      return checkChannels(paragraph, list, channels, figures)
    if (heads.some((head) => isPossible(head, list))) return []
    const head = nearestHead(list)
    if (!head || isSettled([head, ...parts], verdicts)) return []
    const sum = sumOf(parts)
    if (sum < head.quantity.value && (channels.length > 0 || !isClosed(list, head))) return []
    return [sumStatement(paragraph, head, parts)]
  })
}

/** 通过网站公布政务要闻672条，视频新闻259条，…: one channel, and kinds that do not overlap. */
const isOfKinds = (parts: readonly Claim[], channels: readonly Claim[]): boolean =>
  channels.length === 1 &&
  channels[0] === parts[0] &&
  parts.length >= 3 &&
  !channels.some(speaksOfAll)

/** Whether the parts come to the total, wherever in the sentence they end. */
const isPossible = (head: Claim, { parts, row, whole }: List): boolean =>
  mayBeSum(head, parts) ||
  (!whole && row.some((_, place) => mayEnd(row, place) && mayBeSum(head, row.slice(0, place + 1))))

/** A list goes on over 、 and may end at any other mark. */
const mayEnd = (row: readonly Claim[], place: number): boolean =>
  place > 0 && !row[place + 1]?.gap.startsWith('、')

function mayBeSum(head: Claim, parts: readonly Claim[]): boolean {
  if (parts.length === 0) return false
  const ranges = parts.map(({ quantity }) => rangeOf(quantity))
  const least = ranges.reduce((sum, range) => sum + range.least, 0)
  const most = ranges.reduce((sum, range) => sum + range.most, 0)
  const whole = rangeOf(head.quantity)
  if (parts.length === 1) return least <= whole.most
  return least <= whole.most && most >= whole.least
}

export const sumOf = (parts: readonly Claim[]): number =>
  Math.round(parts.reduce((sum, { quantity }) => sum + quantity.value, 0) * 1e6) / 1e6

const nearestHead = ({ heads, parts }: List): Claim | undefined => {
  const sum = sumOf(parts)
  const off = ({ quantity }: Claim) => Math.abs(quantity.value - sum)
  return [...heads].sort((one, other) => off(one) - off(other))[0]
}

/** A list that names everything: one that ends in 其他, sorts into classes, or nearly comes out. */
function isClosed({ parts, open, whole, exhaustive }: List, { quantity }: Claim): boolean {
  if (open || parts.length < 2 || quantity.precision !== 'exact') return false
  if (parts.some((part) => part.quantity.precision !== 'exact')) return false
  if (
    parts
      .slice(-2)
      .some(({ before }) =>
        /^、?(?:以及|和|及|另有?)?(?:公开|发布|应主动公开)?其[他它]/u.test(before),
      )
  )
    return true
  if (whole || exhaustive || isPair(parts)) return true
  const classes = parts.filter(({ before }) => /类/u.test(before)).length
  if (parts.length >= 3 && classes * 2 > parts.length) return true
  const gap = 1 - sumOf(parts) / quantity.value
  return parts.length >= 3 ? gap <= 0.1 : gap <= 0.05
}

const pairs = [/线上/u, /线下/u, /原创/u, /转载/u]

/** 线上5次、线下7次: there is no third. */
const isPair = (parts: readonly Claim[]): boolean =>
  parts.length === 2 &&
  [pairs.slice(0, 2), pairs.slice(2)].some((pair) =>
    pair.every((word) => parts.some(({ before }) => word.test(before))),
  )

/** Channels overlap, so only one that is more than the total is wrong. */
function checkChannels(
  paragraph: PlacedParagraph,
  { heads, parts, whole }: List,
  channels: readonly Claim[],
  figures: ReconciliationInput['disclosureFigures'],
): Statement[] {
  const [sum] = heads
  // Told together they are fewer where they overlap, and never more.
  if (whole && sum && sum.quantity.precision === 'exact' && sumOf(parts) < sum.quantity.value) {
    return [sumStatement(paragraph, sum, parts)]
  }
  const [head] = heads.filter(({ subject }) => subject === 'disclosed')
  if (!head || channels.length < parts.length) return []
  return channels.flatMap((part): Statement[] => {
    const { least } = rangeOf(part.quantity)
    const { most } = rangeOf(head.quantity)
    if (least <= most || isInFigures(head, part, figures)) return []
    return [
      {
        rule: 'narrative.channel',
        paragraph,
        span: clauseAround(paragraph.plain.text, part.quantity),
        cells: [],
        expected: head.quantity.value,
        actual: part.quantity.value,
        says: `为其中一个渠道的 ${part.quantity.value} 条，超过主动公开总数 ${head.quantity.value} 条`,
      },
    ]
  })
}

/** Then channels.within tells it. */
const isInFigures = (
  head: Claim,
  part: Claim,
  figures: ReconciliationInput['disclosureFigures'],
): boolean =>
  figures?.total === head.quantity.value &&
  figures.channels.some(({ count }) => count === part.quantity.value)

export function sumStatement(
  paragraph: PlacedParagraph,
  head: Claim,
  parts: readonly Claim[],
  rule = 'narrative.sum',
): Statement {
  const sum = sumOf(parts)
  const numbers = parts.map(({ quantity }) => quantity.value)
  return {
    rule,
    paragraph,
    span: clausesAround(
      paragraph.plain.text,
      [head, ...parts].map(({ quantity }) => quantity),
    ),
    cells: [],
    expected: sum,
    actual: head.quantity.value,
    says: `所述合计为 ${head.quantity.value}，各项 ${numbers.join('、')} 之和为 ${sum}`,
  }
}

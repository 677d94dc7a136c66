import type { ReconciliationInput } from '../types.ts'
import { readingsOf, sumOf } from './cellsOf.ts'
import type { Claim } from './claims.ts'
import type { Verdicts } from './compare.ts'
import type { ParsedSentence, PlacedParagraph } from './parse.ts'
import { clausesAround } from './statement.ts'
import type { Statement } from './statement.ts'
import { unitClass } from './units.ts'

/** 42件，占51.85%: a part of some whole that the text or the table names. */
export function checkShares(
  input: ReconciliationInput,
  paragraph: PlacedParagraph,
  verdicts: Verdicts,
): Statement[] {
  return paragraph.sentences.flatMap((sentence, index) =>
    sentence.claims.flatMap((share, place): Statement[] => {
      const part = partOf(sentence, share, place)
      if (!part || part.quantity.precision !== 'exact') return []
      const texts = wholesIn(paragraph.sentences.slice(0, index + 1), part)
      if (verdicts.get(part) === 'wrong' || texts.some((one) => verdicts.get(one) === 'wrong')) {
        return []
      }
      const wholes = [
        ...texts.map(({ quantity }) => quantity.value),
        ...sumsIn(sentence, part),
        ...wholesInTable(input, part),
      ]
      const plausible = wholes.filter((whole) => whole >= part.quantity.value && whole > 0)
      const [whole] = plausible
      if (whole === undefined) return []
      if (plausible.some((one) => isShare(share, part, one))) return []
      return [shareStatement(paragraph, share, part, nearest(plausible, share, part) ?? whole)]
    }),
  )
}

/** The number that the percentage is said of: right before it, and no other word but 占. */
function partOf({ claims }: ParsedSentence, share: Claim, place: number): Claim | undefined {
  if (share.quantity.kind !== 'percent') return undefined
  const part = claims[place - 1]
  if (!part || part.quantity.kind !== 'count') return undefined
  const between = `${part.after}|${share.gap}`
  if (/率|增|减|降|长|比(?!例|重)|同期|较/u.test(between)) return undefined
  const inParentheses = share.explains === place - 1 && /^（(?:占|约|比)?/u.test(share.gap)
  return inParentheses || /占/u.test(share.gap) ? part : undefined
}

const isRequest = ({ topic }: Claim) => topic === 'requests'

/** The numbers before the part that it may be a share of. */
function wholesIn(sentences: readonly ParsedSentence[], part: Claim): Claim[] {
  const before = sentences
    .flatMap(({ claims }) => claims)
    .filter(({ quantity }) => quantity.start < part.quantity.start)
  return before
    .filter(
      ({ quantity, lastYear, difference }) =>
        quantity.kind === 'count' &&
        unitClass(quantity.unit) === unitClass(part.quantity.unit) &&
        !lastYear &&
        !difference,
    )
    .reverse()
}

/** Parts without a stated total are shares of their sum. */
function sumsIn({ claims }: ParsedSentence, part: Claim): number[] {
  const alike = claims.filter(
    ({ quantity, depth }) =>
      quantity.kind === 'count' &&
      depth === part.depth &&
      unitClass(quantity.unit) === unitClass(part.quantity.unit),
  )
  return alike.length > 1 ? [alike.reduce((sum, { quantity }) => sum + quantity.value, 0)] : []
}

function wholesInTable({ format, tables }: ReconciliationInput, part: Claim): number[] {
  if (!isRequest(part)) return []
  return ['handled', 'received', 'carriedOut'].flatMap((subject) =>
    subject === 'carriedOut'
      ? []
      : readingsOf(format, subject).flatMap((reading) => sumOf(reading, tables) ?? []),
  )
}

const isShare = ({ quantity }: Claim, part: Claim, whole: number): boolean =>
  off(quantity.value, part, whole) <= quantity.step * (1 + 1e-9) + 1e-9

const off = (percent: number, { quantity }: Claim, whole: number): number =>
  Math.abs((quantity.value / whole) * 100 - percent)

const nearest = (wholes: number[], { quantity }: Claim, part: Claim): number | undefined =>
  [...wholes].sort(
    (one, other) => off(quantity.value, part, one) - off(quantity.value, part, other),
  )[0]

function shareStatement(
  paragraph: PlacedParagraph,
  share: Claim,
  part: Claim,
  whole: number,
): Statement {
  const decimals = Math.max(0, Math.round(-Math.log10(share.quantity.step)))
  const percent = Number(((part.quantity.value / whole) * 100).toFixed(decimals))
  return {
    rule: 'narrative.percentage',
    paragraph,
    span: clausesAround(paragraph.plain.text, [part.quantity, share.quantity]),
    cells: [],
    expected: percent,
    actual: share.quantity.value,
    says: `所述占比为 ${share.quantity.value}%，${part.quantity.value} 占 ${whole} 的 ${percent}%`,
  }
}

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
      if (!part) return checkRate(input, paragraph, sentence, place, verdicts)
      if (part.quantity.precision !== 'exact') return []
      const texts = wholesIn(paragraph.sentences.slice(0, index + 1), part)
      if (verdicts.get(part) === 'wrong' || texts.some((one) => verdicts.get(one) === 'wrong')) {
        return []
      }
      const named = namedWhole(sentence, place)
      const cells = wholesInTable(input, part)
      const stated = texts.map(({ quantity }) => quantity.value)
      const wholes = named
        ? [named.quantity.value]
        : [...stated, ...cells, ...sumsIn(sentence, part)]
      const known = named ?? cells[0] ?? texts.find((one) => !hasShare(sentence, one))
      if (known === undefined && !isAll(sentence)) return []
      const plausible = wholes.filter((whole) => whole >= part.quantity.value && whole > 0)
      const [whole] = plausible
      if (whole === undefined) return []
      if (plausible.some((one) => isShare(share, part, one))) return []
      return [shareStatement(paragraph, share, part, nearest(plausible, share, part) ?? whole)]
    }),
  )
}

/** 35件，占全部805件的4.34% */
function namedWhole({ claims }: Pick<ParsedSentence, 'claims'>, place: number): Claim | undefined {
  const whole = claims[place - 1]
  const named = /^的(?:比例|比重)?(?:为|达|约)?$/u.test(claims[place]?.gap ?? '')
  return named && /^占(?:了)?(?:全部|总数|总量|全年|收到|受理|所有|的)/u.test(whole?.before ?? '')
    ? whole
    : undefined
}

/** The number that the percentage is said of: right before it, and no other word but 占. */
function partOf({ claims }: ParsedSentence, share: Claim, place: number): Claim | undefined {
  if (share.quantity.kind !== 'percent') return undefined
  const part = claims[place - (namedWhole({ claims }, place) ? 2 : 1)]
  if (!part || part.quantity.kind !== 'count') return undefined
  const between = `${part.after}|${share.gap}`
  if (/率|增|减|降|长|(?<!占)比(?!例|重)|同期|较/u.test(between)) return undefined
  if (part !== claims[place - 1]) return part
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

const isShareClaim = (claim: Claim | undefined): boolean =>
  claim?.quantity.kind === 'percent' && claim.gap.includes('占')

/** Then it is a part itself. */
const hasShare = ({ claims }: ParsedSentence, claim: Claim): boolean =>
  isShareClaim(claims[claims.indexOf(claim) + 1]) && claims.includes(claim)

const allButRounding = 2

/** Whether the parts are all there is; others are shares of something that is said elsewhere. */
const isAll = ({ claims }: ParsedSentence): boolean => {
  const shares = claims.filter(isShareClaim)
  const percent = shares.reduce((sum, { quantity }) => sum + quantity.value, 0)
  return Math.abs(percent - 100) <= allButRounding
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

/** Which number a rate is of: by the words before it, and by those before the number. */
const rates: readonly (readonly [rate: RegExp, part: RegExp])[] = [
  [
    /(?:按[时期]|及时)(?:办结|答复|回复)率/u,
    /(?:按[时期]|及时)[^#]*(?:办结|答复|回复)|#[^#]*(?:按[时期]|及时)/u,
  ],
  [/(?<!按[时期]|及时)(?:办结|答复|回复)率/u, /办结|答复|回复|办理完/u],
  [/维持率/u, /维持/u],
  [/纠错率|纠正率|被纠率/u, /纠[错正]/u],
]

/** 收到60件，办结57件，办结率95% */
function checkRate(
  input: ReconciliationInput,
  paragraph: PlacedParagraph,
  sentence: ParsedSentence,
  place: number,
  verdicts: Verdicts,
): Statement[] {
  const share = sentence.claims[place]
  // All that was due: no word of how many that were.
  if (!share || share.quantity.kind !== 'percent' || share.quantity.value === 100) return []
  const words = rates.find(([rate]) => rate.test(share.before))?.[1]
  const part = sentence.claims[place - 1]
  if (!words || !part || !words.test(part.label) || part.quantity.precision !== 'exact') return []
  const texts = wholesIn([sentence], part)
  if ([part, ...texts].some((one) => verdicts.get(one) === 'wrong')) return []
  const sum = texts.reduce((total, { quantity }) => total + quantity.value, 0)
  const wholes = [
    ...texts.map(({ quantity }) => quantity.value),
    sum,
    ...wholesInTable(input, part),
  ]
  const plausible = wholes.filter((whole) => whole >= part.quantity.value && whole > 0)
  const whole = nearest(plausible, share, part)
  if (whole === undefined || plausible.some((one) => isShare(share, part, one))) return []
  return [shareStatement(paragraph, share, part, whole)]
}

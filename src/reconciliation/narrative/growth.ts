import type { ReconciliationInput } from '../types.ts'
import { readingsOf, sumOf } from './cellsOf.ts'
import type { Claim } from './claims.ts'
import type { Verdicts } from './compare.ts'
import type { ParsedSentence, PlacedParagraph } from './parse.ts'
import { clausesAround } from './statement.ts'
import type { Statement } from './statement.ts'
import { unitClass } from './units.ts'

const grows = /(?:增长|增加|上升|提高|提升|增幅|增|上涨)(?:率)?(?:了|约|为|达到?|近|超过?)*$/u
const shrinks = /(?:下降|减少|降低|回落|降幅|减|降)(?:了|约|为|达到?|近)*$/u
const compares =
  /同比|较(?!大|多|好|高|为)|(?<![占对])比(?![例重率])|上年|去年|环比|[增降升]至|增加到|减少到|下降到/u

/** 同比增长25%: against last year's number in the text, or in last year's report. */
export function checkGrowth(
  input: ReconciliationInput,
  paragraph: PlacedParagraph,
  verdicts: Verdicts,
): Statement[] {
  return paragraph.sentences.flatMap((sentence) =>
    sentence.claims.flatMap((growth, place): Statement[] => {
      const sign = signOf(growth)
      const now = sign === 0 ? undefined : nowOf(sentence, growth, place, input.year)
      if (
        !now ||
        !isCompared(sentence, growth) ||
        verdicts.get(now) === 'wrong' ||
        isTold(sentence, verdicts) ||
        now.quantity.precision !== 'exact'
      )
        return []
      const bases = basesOf(input, sentence, now, place, isAgainstLastYear(growth, input.year))
      const known = bases.filter((base) => base > 0)
      const [first] = known
      if (first === undefined || known.some((base) => fitsGrowth(growth, sign, now, base)))
        return []
      return [growthStatement(paragraph, growth, sign, now, first)]
    }),
  )
}

function signOf({ quantity, before }: Claim): -1 | 0 | 1 {
  if (quantity.kind !== 'percent') return 0
  if (grows.test(before)) return 1
  return shrinks.test(before) ? -1 : 0
}

/** 较2021年增长: against a report that is not the one of the year before. */
export const isAgainstLastYear = ({ lead, before }: Claim, year: number | undefined): boolean => {
  const named = [...`${lead}${before}`.matchAll(/(?:较|比|与|同)(20\d\d)年/gu)].at(-1)?.[1]
  return named === undefined || year === undefined || Number(named) === year - 1
}

/** Then it is told already what is wrong with the number that it has grown from. */
const isTold = ({ claims }: ParsedSentence, verdicts: Verdicts): boolean =>
  claims.some((claim) => (claim.lastYear || claim.difference) && verdicts.get(claim) === 'wrong')

const isCompared = ({ text, start }: ParsedSentence, growth: Claim): boolean =>
  compares.test(text.slice(0, growth.quantity.start - start))

/** The number that has grown: the nearest before, of this year, in the open. */
export function nowOf(
  { claims }: ParsedSentence,
  growth: Claim,
  place: number,
  reportYear: number | undefined,
): Claim | undefined {
  const latest = reportYear ?? Math.max(...claims.map(({ year }) => year ?? 0))
  return claims
    .slice(0, place)
    .filter(
      ({ quantity, lastYear, difference, depth, year }) =>
        quantity.kind === 'count' &&
        !lastYear &&
        !difference &&
        depth <= growth.depth &&
        (year === undefined || year === latest),
    )
    .at(-1)
}

/** What last year's number was: stated, stated as a difference, or in last year's report. */
function basesOf(
  { lastYear, year }: ReconciliationInput,
  { claims }: ParsedSentence,
  now: Claim,
  place: number,
  againstLastYear: boolean,
): number[] {
  const alike = claims
    .slice(0, place + 3)
    .filter(({ quantity }) => unitClass(quantity.unit) === unitClass(now.quantity.unit))
  const stated = alike.filter(
    (claim) => claim.lastYear ?? claim.year === (now.year ?? year ?? 0) - 1,
  )
  const differences = alike.filter(
    ({ difference, quantity }) => difference && quantity.start > now.quantity.start,
  )
  const inText = [
    ...stated.map(({ quantity }) => quantity.value),
    ...differences.map(
      ({ difference, quantity }) =>
        now.quantity.value + (difference === 'more' ? -quantity.value : quantity.value),
    ),
  ]
  if (inText.length > 0 || !lastYear || !againstLastYear || now.subject === undefined) return inText
  return readingsOf(lastYear.format, now.subject).flatMap(
    (reading) => sumOf(reading, lastYear.tables) ?? [],
  )
}

const percentOf = (now: Claim, base: number, sign: number): number =>
  ((now.quantity.value - base) / base) * 100 * sign

const fitsGrowth = (growth: Claim, sign: number, now: Claim, base: number): boolean =>
  Math.abs(percentOf(now, base, sign) - growth.quantity.value) <=
  growth.quantity.step * (growth.quantity.precision === 'exact' ? 1 : 10) + 1e-9

function growthStatement(
  paragraph: PlacedParagraph,
  growth: Claim,
  sign: number,
  now: Claim,
  base: number,
): Statement {
  const decimals = Math.max(0, Math.round(-Math.log10(growth.quantity.step)))
  const percent = Number(percentOf(now, base, sign).toFixed(decimals))
  const word = sign > 0 ? '增长' : '下降'
  return {
    rule: 'narrative.growth',
    paragraph,
    span: clausesAround(paragraph.plain.text, [now.quantity, growth.quantity]),
    cells: [],
    expected: percent,
    actual: growth.quantity.value,
    says: `所述${word} ${growth.quantity.value}%，由 ${base} 到 ${now.quantity.value} 应为${word} ${percent}%`,
  }
}

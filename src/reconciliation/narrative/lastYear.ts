import type { ReconciliationInput } from '../types.ts'
import { readingsOf, sumOf } from './cellsOf.ts'
import type { Claim } from './claims.ts'
import type { Verdicts } from './compare.ts'
import { isAgainstLastYear, nowOf } from './growth.ts'
import type { ParsedSentence, PlacedParagraph } from './parse.ts'
import { clauseAround, clausesAround, fits } from './statement.ts'
import type { Statement } from './statement.ts'
import { subjects } from './subjects.ts'
import { unitClass } from './units.ts'
import { isOwnYear } from './years.ts'

/** 去年96件, 比上年增加24件: held against last year's report, or against what the text says of it. */
export const checkLastYear = (
  input: ReconciliationInput,
  paragraph: PlacedParagraph,
  verdicts: Verdicts,
): Statement[] =>
  paragraph.sentences.flatMap((sentence) =>
    sentence.claims.flatMap((claim, place): Statement[] => {
      if (claim.quantity.kind !== 'count' || claim.quantity.precision !== 'exact') return []
      if (claim.otherPeriod || claim.otherScope) return []
      const found = claim.difference
        ? differenceStatement(input, paragraph, sentence, place, verdicts)
        : baseStatement(input, paragraph, sentence, place)
      if (found) verdicts.set(claim, 'wrong')
      return found ? [found] : []
    }),
  )

/** A number of last year's. */
function baseStatement(
  input: ReconciliationInput,
  paragraph: PlacedParagraph,
  sentence: ParsedSentence,
  place: number,
): Statement | undefined {
  const claim = sentence.claims[place]
  if (!claim || !isLastYears(input, paragraph, claim)) return
  const now = nowOf(sentence, claim, place, input.year)
  const alike = now && unitClass(now.quantity.unit) === unitClass(claim.quantity.unit)
  const key = claim.subject ?? (alike && claim.lastYear ? now.subject : undefined)
  const subject = key === undefined ? undefined : subjects[key]
  const values = lastYearsOf(input, key)
  const [expected] = values
  if (!subject || expected === undefined) return
  if (key === 'carriedIn' || values.some((value) => fits(claim.quantity, value))) return
  return {
    rule: subject.rule,
    paragraph,
    span: clauseAround(paragraph.plain.text, claim.quantity),
    cells: [],
    expected,
    actual: claim.quantity.value,
    says: `所述上年${subject.name}为 ${claim.quantity.value}，上年度报告中为 ${expected}`,
  }
}

const isLastYears = (
  { year = 0 }: ReconciliationInput,
  paragraph: PlacedParagraph,
  claim: Claim,
): boolean =>
  claim.lastYear === true ||
  (claim.year === year - 1 && !isOwnYear(paragraph, claim.quantity, year))

/** By how many there are more or fewer. */
function differenceStatement(
  input: ReconciliationInput,
  paragraph: PlacedParagraph,
  sentence: ParsedSentence,
  place: number,
  verdicts: Verdicts,
): Statement | undefined {
  const claim = sentence.claims[place]
  const now = claim && nowOf(sentence, claim, place, input.year)
  if (!now || !isAgainstLastYear(claim, input.year)) return
  if (verdicts.get(now) === 'wrong' || now.quantity.precision !== 'exact') return
  if (unitClass(now.quantity.unit) !== unitClass(claim.quantity.unit)) return
  const stated = sentence.claims.filter(
    (one) =>
      unitClass(one.quantity.unit) === unitClass(claim.quantity.unit) &&
      (one.lastYear ?? one.year === (input.year ?? 0) - 1),
  )
  const bases = stated.length > 0 ? stated.map(valueOf) : lastYearsOf(input, now.subject)
  const sign = claim.difference === 'more' ? 1 : -1
  const differences = bases.map((base) => (now.quantity.value - base) * sign)
  const [expected] = differences
  if (expected === undefined || differences.includes(claim.quantity.value)) return
  const [word, right] = sign > 0 ? ['增加', '减少'] : ['减少', '增加']
  return {
    rule: 'narrative.growth',
    paragraph,
    span: clausesAround(paragraph.plain.text, [now.quantity, claim.quantity]),
    cells: [],
    expected,
    actual: claim.quantity.value,
    says: `所述${word} ${claim.quantity.value}，由 ${bases[0] ?? 0} 到 ${now.quantity.value} 应为${expected < 0 ? right : word} ${Math.abs(expected)}`,
  }
}

const valueOf = ({ quantity }: Claim): number => quantity.value

const lastYearsOf = ({ lastYear }: ReconciliationInput, subject: string | undefined): number[] =>
  !lastYear || subject === undefined
    ? []
    : readingsOf(lastYear.format, subject).flatMap(
        (reading) => sumOf(reading, lastYear.tables) ?? [],
      )

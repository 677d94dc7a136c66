import type { Finding, ReconciliationInput } from '../types.ts'
import { compareClaims } from './compare.ts'
import type { Verdicts } from './compare.ts'
import { checkLists } from './lists.ts'
import { checkDeclared } from './none.ts'
import { parse } from './parse.ts'
import { checkRequests } from './requests.ts'
import { checkShares } from './percentages.ts'
import { checkLastYear } from './lastYear.ts'
import { checkGrowth } from './growth.ts'
import { checkDisputes } from './disputes.ts'
import { findingOf } from './statement.ts'
import { checkYears } from './years.ts'

/**
 * Holds the numbers that the text states against the tables, the figures and each other. A number
 * that is wrong against a cell is told once, not again in each sum that it is a part of.
 * @returns one finding for each thing that does not fit; all are warnings
 */
export function narrativeRules(input: ReconciliationInput): Finding[] {
  const { narrative } = input
  if (!narrative || narrative.length === 0) return []
  const paragraphs = parse(narrative)
  const placed = paragraphs.flatMap((paragraph) =>
    paragraph.sentences.flatMap(({ claims }) => claims.map((claim) => ({ claim, paragraph }))),
  )
  const verdicts: Verdicts = new Map()
  const statements = [
    ...compareClaims(input, placed, verdicts),
    ...checkDeclared(input, paragraphs),
    ...paragraphs.flatMap((paragraph) => [
      ...checkLists(paragraph, verdicts, input.disclosureFigures),
      ...checkRequests(paragraph, verdicts),
      ...checkDisputes(paragraph, verdicts),
      ...checkShares(input, paragraph, verdicts),
      ...checkLastYear(input, paragraph, verdicts),
      ...checkGrowth(input, paragraph, verdicts),
    ]),
    ...checkYears(paragraphs, input.year),
  ]
  const findings = statements.map((statement) => findingOf(statement))
  return [...new Map(findings.map((finding) => [finding.key, finding])).values()]
}

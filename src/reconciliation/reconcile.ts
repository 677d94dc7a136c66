import { acknowledge } from './acknowledgements.ts'
import { findBlanks } from './blanks.ts'
import { channelsWithin } from './channels.ts'
import { diagnose } from './diagnose.ts'
import { findingOf } from './findings.ts'
import { identitiesOf } from './identities.ts'
import { narrativeRules } from './narrative/index.ts'
import { nilDeclared } from './nil.ts'
import { judge, readingOf } from './reading.ts'
import type { Judgement, Reading } from './reading.ts'
import type { Finding, Reconciliation, ReconciliationInput } from './types.ts'

/** What reviewers check beyond the sums of the tables. A further one is one more entry here. */
const conventions: readonly ((input: ReconciliationInput, reading: Reading) => Finding[])[] = [
  violatedConventions,
  channelsWithin,
  narrativeRules,
  nilDeclared,
]

/**
 * Checks a report against the rules of its form (勾稽关系).
 * @param input the tables, and what else is known of the report; is not changed
 * @returns how many identities hold, are incomplete or violated, with a finding for each that does
 * not hold, and what would repair the violated ones. A blank cell makes an identity incomplete,
 * never satisfied or violated; zero is a number.
 */
export function reconcile(input: ReconciliationInput): Reconciliation {
  const { format, tables } = input
  const reading = readingOf(input)
  const judgements = identitiesOf(format).binding.map((identity) => judge(identity, reading))
  const unsettled = judgements.filter(({ verdict }) => verdict !== 'satisfied')
  const violated = tell(unsettled, 'violated', input, reading)
  const incomplete = tell(unsettled, 'incomplete', input, reading)
  const blanks = findBlanks(format, reading)
  const warnings = conventions.flatMap((check) => check(input, reading))
  const diagnosis = violated.length > 0 ? diagnose(format, tables) : undefined
  return {
    status: statusOf(violated, [...incomplete, ...blanks]),
    checked: judgements.length,
    satisfied: judgements.length - unsettled.length,
    incomplete: incomplete.length,
    violated: violated.length,
    findings: acknowledge(
      [...violated, ...incomplete, ...blanks, ...warnings],
      input.acknowledgements,
    ),
    ...(diagnosis && { diagnosis }),
  }
}

function statusOf(violated: Finding[], incomplete: Finding[]): Reconciliation['status'] {
  if (violated.length > 0) return 'violated'
  return incomplete.length > 0 ? 'incomplete' : 'balanced'
}

const tell = (
  judgements: readonly Judgement[],
  verdict: Judgement['verdict'],
  { format }: ReconciliationInput,
  reading: Reading,
): Finding[] =>
  judgements
    .filter((judgement) => judgement.verdict === verdict)
    .flatMap((judgement) => findingOf(format, judgement, reading) ?? [])

/** Those of the rules of the form. One that cannot be checked yet is nobody's concern. */
function violatedConventions(input: ReconciliationInput, reading: Reading): Finding[] {
  const judgements = identitiesOf(input.format).conventions.map((one) => judge(one, reading))
  return tell(judgements, 'violated', input, reading)
}

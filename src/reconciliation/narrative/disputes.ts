import type { Claim } from './claims.ts'
import type { Verdicts } from './compare.ts'
import { sumOf, sumStatement } from './lists.ts'
import type { PlacedParagraph } from './parse.ts'
import { isSettled } from './settled.ts'
import type { Statement } from './statement.ts'

const owners = ['review', 'litigation', 'litigationDirect', 'litigationAfterReconsideration']
/** Then all that a case can come to is named. */
const allOutcomes = 3

/** The text's own sums over review and litigation. */
export function checkDisputes(paragraph: PlacedParagraph, verdicts: Verdicts): Statement[] {
  const claims = paragraph.sentences
    .flatMap((sentence) => sentence.claims)
    .filter(
      ({ lastYear, difference, quantity }) =>
        !lastYear && !difference && quantity.precision === 'exact' && quantity.kind !== 'percent',
    )
  const first = (subject: string) => claims.find((claim) => claim.subject === subject)
  const tell = (head: Claim, parts: readonly Claim[]) =>
    isSettled([head, ...parts], verdicts) ? [] : [sumStatement(paragraph, head, parts)]
  const kinds = owners.slice(2).flatMap((owner) => first(`${owner}.total`) ?? [])
  const litigation = first('litigation.total')
  return [
    ...owners.flatMap((owner) => {
      const head = first(`${owner}.total`)
      const parts = ['upheld', 'corrected', 'otherOutcome', 'pending'].flatMap(
        (outcome) => first(`${owner}.${outcome}`) ?? [],
      )
      if (!head || parts.length === 0) return []
      const sum = sumOf(parts)
      const whole = head.quantity.value
      return sum > whole || (sum < whole && parts.length >= allOutcomes) ? tell(head, parts) : []
    }),
    ...(litigation && kinds.length === 2 && sumOf(kinds) !== litigation.quantity.value
      ? tell(litigation, kinds)
      : []),
  ]
}

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
      const named = ['upheld', 'corrected', 'otherOutcome', 'pending'].flatMap(
        (outcome) => first(`${owner}.${outcome}`) ?? [],
      )
      const parts = [...named, ...othersOf(claims, owner, named)]
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

/** 撤回1件, 驳回2件 beside 维持1件, where they are not put together as 其他结果. */
function othersOf(claims: readonly Claim[], owner: string, named: readonly Claim[]): Claim[] {
  if (named.some(({ subject }) => subject === `${owner}.otherOutcome`)) return []
  const [beside] = named
  return claims.filter(
    (claim) => claim.subject === `${owner}.elsewhere` && claim.depth === beside?.depth,
  )
}

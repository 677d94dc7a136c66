import type { Claim } from './claims.ts'
import type { ParsedSentence } from './parse.ts'
import { dimensionOf } from './subjects.ts'

/** What a paragraph says of requests, by what each number is. */
export interface Account {
  readonly total?: Claim
  /** 累计办理16件, beside those received. */
  readonly processed?: Claim
  readonly withdrawn?: Claim
  readonly fresh?: Claim
  readonly carriedIn?: Claim
  readonly handled?: Claim
  readonly carriedOut?: Claim
  readonly outcomes: readonly Claim[]
  readonly applicants: readonly Claim[]
  readonly ways: readonly Claim[]
}

/** A new account begins where a sentence tells anew how many were received. */
export function accountsIn(sentences: readonly ParsedSentence[]): Account[] {
  const groups: Claim[][] = []
  for (const { claims } of sentences) {
    const own = claims.filter(isOwn)
    const anew = own.some(({ subject }) => subject === 'received' || subject === 'processed')
    if (anew || groups.length === 0) groups.push([])
    const group = groups.at(-1) ?? []
    // Said again in another sentence, it counts once.
    const known = new Set(group.map(({ subject }) => subject))
    group.push(...own.filter(({ subject }) => subject === undefined || !known.has(subject)))
  }
  return groups.map(accountOf)
}

const isOwn = ({ lastYear, difference, quantity, explains, subject }: Claim): boolean =>
  !lastYear &&
  !difference &&
  quantity.kind !== 'percent' &&
  quantity.precision === 'exact' &&
  (explains === undefined || subject !== undefined)

function accountOf(claims: readonly Claim[]): Account {
  const first = (...subjects: string[]) =>
    claims.find(({ subject }) => subject !== undefined && subjects.includes(subject))
  const total = first('received', 'processed')
  const fresh = first('newlyReceived')
  const carriedIn = first('carriedIn')
  const handled = first('handled')
  const carriedOut = first('carriedOut')
  const processed = total?.subject === 'received' || fresh ? first('processed') : undefined
  const withdrawn = first('outcome.withdrawn')
  return {
    ...(total && { total }),
    ...(processed && processed !== total && { processed }),
    ...(withdrawn && { withdrawn }),
    ...(fresh && { fresh }),
    ...(carriedIn && { carriedIn }),
    ...(handled && { handled }),
    ...(carriedOut && { carriedOut }),
    outcomes: topLevel(claims.filter(({ subject }) => dimensionOf(subject) === 'outcome')),
    applicants: claims.filter(({ subject }) => dimensionOf(subject) === 'applicant'),
    ways: claims.filter(({ subject }) => dimensionOf(subject) === 'via'),
  }
}

const groups =
  /^outcome\.(?:granted|grantedAndPartial|partial|refused|unavailable|unprocessed|other)$/u

/** Single grounds stand beside their group (不予公开 and 属于国家秘密), and are then not added. */
function topLevel(outcomes: Claim[]): Claim[] {
  const main = outcomes.filter(({ subject }) => groups.test(subject ?? ''))
  if (
    main.some(({ subject }) => subject === 'outcome.other' || subject === 'outcome.unprocessed')
  ) {
    return main
  }
  return main.length >= 3 ? main : outcomes
}

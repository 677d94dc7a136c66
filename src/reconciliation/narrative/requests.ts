import type { Account } from './accounts.ts'
import type { Claim } from './claims.ts'
import type { Verdicts } from './compare.ts'
import { sumOf, sumStatement } from './lists.ts'
import type { PlacedParagraph } from './parse.ts'
import { isSettled } from './settled.ts'
import { clausesAround } from './statement.ts'
import type { Statement } from './statement.ts'

/** The text's own sums over requests: what came in is what was handled and what is left. */
export const checkRequests = (paragraph: PlacedParagraph, verdicts: Verdicts): Statement[] =>
  paragraph.accounts.flatMap((account) =>
    new RequestSums(paragraph, account, verdicts).statements(),
  )

class RequestSums {
  constructor(
    private readonly paragraph: PlacedParagraph,
    private readonly account: Account,
    private readonly verdicts: Verdicts,
  ) {}

  statements(): Statement[] {
    const intake = this.intake()
    const flow = intake.length > 0 ? [] : this.flow()
    const told = intake.length + flow.length > 0
    return [
      ...intake,
      ...flow,
      ...(told ? [] : this.outcomes()),
      ...this.parts(this.account.applicants, this.hasOrganizations()),
      ...this.parts(this.account.ways, this.account.ways.length >= 2),
    ]
  }

  /** 受理121件，其中本年新收112件，上年结转9件 */
  private intake(): Statement[] {
    const { total, fresh, carriedIn } = this.account
    if (!total || !fresh || !carriedIn) return this.processed()
    const sum = sumOf([fresh, carriedIn])
    if (value(total) === sum || value(total) === value(fresh)) return []
    return this.tell(total, [fresh, carriedIn])
  }

  /** 收到5件，叠加上年结转11件，累计办理16件 */
  private processed(): Statement[] {
    const { total, fresh, carriedIn, processed, carriedOut } = this.account
    const base = fresh ?? total
    if (!base || !carriedIn || !processed) return []
    const sum = sumOf([base, carriedIn])
    const some = !/累计|合计|共计|叠加|总/u.test(processed.label) && value(processed) < sum
    if (some || [sum, value(base), sum - value(carriedOut)].includes(value(processed))) return []
    return this.tell(processed, [base, carriedIn])
  }

  /** 收到19件，其中11件办结，8件撤回 */
  private withdrawn(): Statement[] {
    const { handled, withdrawn, carriedOut } = this.account
    if (!handled || !withdrawn || carriedOut || !/其中/u.test(handled.gap)) return []
    if (withdrawn.depth !== handled.depth || withdrawn.gap.includes('其中')) return []
    const base = this.account.fresh ?? this.account.total
    const sum = sumOf([handled, withdrawn])
    return base && sum > Math.max(...this.wholes()) ? this.tell(base, [handled, withdrawn]) : []
  }

  private flow(): Statement[] {
    const { total, fresh, carriedIn, handled, carriedOut } = this.account
    const base = fresh ?? total
    if (!base || !handled) return []
    const involved = [base, handled, carriedIn, carriedOut].filter((one) => one !== undefined)
    const out = value(handled) + value(carriedOut)
    const fitting = this.wholes().some((whole) => whole === out)
    if (fitting || isSettled(involved, this.verdicts)) return []
    const most = Math.max(...this.wholes())
    // Without a word of what is left, less may be handled than came in; without one of what was
    // carried in, more.
    if (!carriedOut && (out < most || !carriedIn)) return this.withdrawn()
    return [this.flowStatement(base, involved, out)]
  }

  private flowStatement(base: Claim, involved: readonly Claim[], out: number): Statement {
    const { carriedIn, handled, carriedOut } = this.account
    const into = value(base) + (base.subject === 'processed' ? 0 : value(carriedIn))
    const came = carriedIn ? `收到与结转合计 ${into}` : `收到 ${into}`
    const left = carriedOut ? `办结 ${value(handled)} 与结转下年 ${value(carriedOut)}` : '办结'
    return {
      rule: 'narrative.flow',
      paragraph: this.paragraph,
      span: clausesAround(
        this.paragraph.plain.text,
        involved.map(({ quantity }) => quantity),
      ),
      cells: [],
      expected: into,
      actual: out,
      says: `中${came} 件，${left}合计 ${out} 件，两者不等`,
    }
  }

  private outcomes(): Statement[] {
    const { outcomes, handled, carriedOut } = this.account
    if (outcomes.length < 2) return []
    const sum = sumOf(outcomes)
    const withRest = sum + value(carriedOut)
    const wholes = handled ? [value(handled)] : this.wholes()
    const all = [...wholes, ...this.wholes()]
    if (all.length === 0 || all.includes(sum) || all.includes(withRest)) return []
    const head = handled ?? this.account.total ?? this.account.fresh
    if (!head) return []
    const most = Math.max(...all)
    if (sum < most && !(outcomes.length >= 4 || nearly(withRest, wholes))) return []
    return this.tell(head, outcomes)
  }

  private parts(parts: readonly Claim[], closed: boolean): Statement[] {
    const { total, fresh, handled } = this.account
    const alone = [total, fresh].map(value)
    const head = total ?? fresh ?? handled
    const wholes = [...this.wholes(), ...(handled ? [value(handled)] : [])]
    if (!head || parts.length < 2 || [...wholes, ...alone].includes(sumOf(parts))) {
      return []
    }
    const sum = sumOf(parts)
    if (sum < Math.max(...wholes) && !closed && !nearly(sum, wholes)) return []
    return this.tell(head, parts)
  }

  private hasOrganizations(): boolean {
    const { applicants } = this.account
    const has = (kind: string) => applicants.some(({ subject }) => subject === `applicant.${kind}`)
    return has('naturalPerson') && has('organizations')
  }

  /** What may be meant by all requests: those received, with or without those carried in. */
  private wholes(): number[] {
    const { total, fresh, carriedIn } = this.account
    return [total, fresh].flatMap((claim) => {
      if (!claim) return []
      const sum = value(claim) + value(carriedIn)
      return carriedIn && isApart(claim, carriedIn) ? [sum] : [sum, value(claim)]
    })
  }

  private tell(head: Claim, parts: readonly Claim[]): Statement[] {
    return isSettled([head, ...parts], this.verdicts)
      ? []
      : [sumStatement(this.paragraph, head, parts)]
  }
}

/** 收到30件，上年结转1件: told one after the other, the second is not in the first. */
const isApart = (total: Claim, carriedIn: Claim): boolean =>
  (total.subject === 'newlyReceived' || /[收接]到/u.test(total.label)) &&
  carriedIn.depth === total.depth &&
  !/含|其中|包括|叠加/u.test(carriedIn.gap)

const value = (claim: Claim | undefined): number => claim?.quantity.value ?? 0

const nearly = (sum: number, wholes: readonly number[]): boolean =>
  wholes.some((whole) => Math.abs(sum - whole) <= whole * 0.1)

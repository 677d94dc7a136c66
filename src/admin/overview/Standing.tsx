import { Pill } from '@payloadcms/ui'
import type { ComponentProps } from 'react'
import type { Reconciliation } from '../../reconciliation/types.ts'

type Status = Reconciliation['status']

/** As the field on the report has them. */
export const standings: Record<
  Status,
  { label: string; pillStyle: ComponentProps<typeof Pill>['pillStyle'] }
> = {
  balanced: { label: '勾稽平衡', pillStyle: 'success' },
  incomplete: { label: '未填完', pillStyle: 'warning' },
  violated: { label: '勾稽不符', pillStyle: 'error' },
}

/** How the tables stand against the rules, in a word. */
export function StandingLabel({ status }: { status: Status }) {
  const { label, pillStyle } = standings[status]
  return (
    <Pill pillStyle={pillStyle} size="small">
      {label}
    </Pill>
  )
}

/** The same in a word and in numbers. */
export function Standing({ reconciliation }: { reconciliation: Reconciliation }) {
  const { status, checked, satisfied, incomplete, violated } = reconciliation
  return (
    <span className="gongkai-standing">
      <StandingLabel status={status} />
      <span>
        共 {checked} 条勾稽关系：满足 {satisfied}，未填完 {incomplete}，不符 {violated}
      </span>
    </span>
  )
}

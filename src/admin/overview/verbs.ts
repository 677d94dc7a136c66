import { mayEdit } from '../../access/editors.ts'
import type { Role } from '../../access/roles.ts'
import { missingFor, readinessOf } from '../../desk/readiness.ts'
import type { ReportState } from '../../desk/reportState.ts'
import { editableStages, type Stage } from '../../desk/stages.ts'
import type { User } from '../../payload-types.ts'

/** What a person may do with a report as a whole, and how the page offers it. */
export interface Verb {
  key: 'submit' | 'clear' | 'return' | 'publish' | 'withdraw' | 'revise'
  label: string
  /** What it brings about, read before confirming. */
  effect: string
  commentLabel: string
  commentRequired?: boolean
  done: string
  stages: readonly Stage[]
  for: 'editors' | 'publishers'
  /** Only while some revision is public. */
  needsPublic?: boolean
  /** Only when nothing is missing. */
  needsReady?: 'submit' | 'publish'
}

/** The first that fits is the one most likely wanted. */
export const verbs: readonly Verb[] = [
  {
    key: 'submit',
    label: '送审',
    effect: '报告将交审核人员审核；审核期间不能修改，退回后可以再改。',
    commentLabel: '给审核人员的话',
    done: '报告已送审',
    stages: editableStages,
    for: 'editors',
    needsReady: 'submit',
  },
  {
    key: 'clear',
    label: '审核通过',
    effect:
      '确认内容无误并已经过保密审查；发布前不能再改，要改须先退回。最后修改报告的人不能审核通过。',
    commentLabel: '审核意见',
    done: '报告已审核通过',
    stages: ['submitted'],
    for: 'publishers',
    needsReady: 'publish',
  },
  {
    key: 'publish',
    label: '发布',
    effect: '报告将按已保存的内容向公众公开，内容从此固定，改动须经更正。',
    commentLabel: '发布说明',
    done: '报告已发布',
    stages: ['drafting', 'submitted', 'cleared', 'revising'],
    for: 'publishers',
    needsReady: 'publish',
  },
  {
    key: 'return',
    label: '退回',
    effect: '报告将退回编辑修改，意见显示在报告上，再次送审后不再显示。',
    commentLabel: '退回意见',
    commentRequired: true,
    done: '报告已退回',
    stages: ['submitted', 'cleared'],
    for: 'publishers',
  },
  {
    key: 'revise',
    label: '更正',
    effect: '报告将重新开放编辑；在更正发布之前，公众看到的仍是现有版本。',
    commentLabel: '更正原因',
    commentRequired: true,
    done: '报告已开放更正',
    stages: ['published', 'withdrawn'],
    for: 'publishers',
  },
  {
    key: 'withdraw',
    label: '撤回',
    effect: '公众将立即看不到这份报告；已发布的版本留存备查。',
    commentLabel: '撤回原因',
    commentRequired: true,
    done: '报告已撤回',
    stages: ['published', 'revising', 'submitted', 'cleared'],
    for: 'publishers',
    needsPublic: true,
  },
]

const publishers: readonly Role[] = ['reviewer', 'supervisor', 'administrator']

/** @returns the verbs that fit the report's stage and the person; the server decides all the same. */
export function verbsFor({ report, current }: ReportState, user: User | null | undefined): Verb[] {
  const is = {
    editors: edits(report.organization, user),
    // Whoever reads a report is of its organ or of one above.
    publishers: (user?.roles ?? []).some((role) => publishers.includes(role)),
  }
  return verbs.filter(
    (verb) => is[verb.for] && verb.stages.includes(report.stage) && (!verb.needsPublic || current),
  )
}

/** As the server sees it: those who work at the report's own organ, and administrators. */
export const edits = (organization: string, user: User | null | undefined): boolean =>
  user ? mayEdit({ user: { ...user, collection: 'users' } }, organization) : false

/** @returns how many things bar the verb. */
export const missingOf = ({ needsReady }: Verb, state: ReportState): number =>
  needsReady ? missingFor(needsReady, readinessOf(state)).length : 0

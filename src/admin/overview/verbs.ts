import type { Role } from '../../access/roles.ts'
import type { Stage } from '../../desk/stages.ts'
import type { ReportState } from './useReportState.ts'

/** What a person may do with a report as a whole, and how the page offers it. */
export interface Verb {
  key: 'publish' | 'withdraw' | 'revise'
  label: string
  /** What it brings about, read before confirming. */
  effect: string
  commentLabel: string
  commentRequired?: boolean
  done: string
  stages: readonly Stage[]
  /** Only while some revision is public. */
  needsPublic?: boolean
}

export const verbs: readonly Verb[] = [
  {
    key: 'publish',
    label: '发布',
    effect: '报告将按已保存的内容向公众公开，内容从此固定，改动须经更正。',
    commentLabel: '发布说明',
    done: '报告已发布',
    stages: ['drafting', 'submitted', 'cleared', 'revising'],
  },
  {
    key: 'revise',
    label: '更正',
    effect: '报告将重新开放编辑；在更正发布之前，公众看到的仍是现有版本。',
    commentLabel: '更正原因',
    commentRequired: true,
    done: '报告已开放更正',
    stages: ['published', 'withdrawn'],
  },
  {
    key: 'withdraw',
    label: '撤回',
    effect: '公众将立即看不到这份报告；已发布的版本留存备查。',
    commentLabel: '撤回原因',
    commentRequired: true,
    done: '报告已撤回',
    stages: ['published', 'revising'],
    needsPublic: true,
  },
]

const publishers: readonly Role[] = ['reviewer', 'supervisor', 'administrator']

/** @returns the verbs that fit the report's stage and the person; the server decides all the same. */
export const verbsFor = ({ report, current }: ReportState, roles: readonly string[]): Verb[] =>
  roles.some((role) => (publishers as readonly string[]).includes(role))
    ? verbs.filter(
        ({ stages, needsPublic }) => stages.includes(report.stage) && (!needsPublic || current),
      )
    : []

import { formatOf } from '../formats/index.ts'
import { cellLabel } from '../formats/labels.ts'
import type { CellRef, SectionKey } from '../formats/types.ts'
import type { ReferenceProblem } from '../narrative/figureProblems.ts'
import type { Report } from '../payload-types.ts'
import { openWarnings } from '../reconciliation/acknowledgements.ts'
import type { Finding, Reconciliation } from '../reconciliation/types.ts'

/** What a report still wants. Pure: the admin's checklist and the server's refusal are the same. */

/** Where on the report's page something is put right. */
export interface Place {
  tab: 'overview' | 'tables' | 'narrative' | 'basics'
  cell?: CellRef
  /** Id of a section. */
  section?: string
  /** Path of a field, such as `contact.phone`. */
  field?: string
}

export interface Requirement {
  /** Stays the same whatever the report; the path of the problem when something is refused. */
  key: string
  /** What is wanted, such as 三张表全部填完. */
  label: string
  met: boolean
  /** What is wrong, in full; absent when it is met. */
  detail?: string
  /** What it bars while it is not met: `nothing` is advice only. */
  bars: 'publishing' | 'submitting' | 'nothing'
  where: Place
}

export interface SectionState {
  id: string
  key: SectionKey
  heading: string
  /** Id of the part that it stands in; absent for the parts themselves. */
  parent?: string
  /** Whether there are any words in it. */
  filled: boolean
}

export interface ReadinessInput {
  report: Pick<Report, 'format' | 'hold' | 'period' | 'contact' | 'signedOn'>
  reconciliation: Reconciliation
  /** Cells that are not filled in yet. */
  blanks: readonly CellRef[]
  sections: readonly SectionState[]
  /** Figures and images of the text that are not there. */
  references: readonly ReferenceProblem[]
}

/** The tables speak for the other three; 六 has the fees, or says that there is nothing. */
const partsWithText: readonly SectionKey[] = ['overview', 'problems', 'other']

/** @returns everything that is wanted of a report, met or not, in the order of the work. */
export function readinessOf(input: ReadinessInput): Requirement[] {
  return [
    ...tablesOf(input),
    ...warningsOf(input.reconciliation),
    ...narrativeOf(input.sections),
    referencesOf(input.references),
    ...basicsOf(input.report),
  ]
}

/** @returns what bars the verb: whatever bars publishing bars submitting too. */
export const missingFor = (
  verb: 'publish' | 'submit',
  requirements: readonly Requirement[],
): Requirement[] =>
  requirements.filter(
    ({ met, bars }) =>
      !met && (bars === 'publishing' || (bars === 'submitting' && verb === 'submit')),
  )

function tablesOf({ report, reconciliation, blanks }: ReadinessInput): Requirement[] {
  const errors = reconciliation.findings.filter(({ severity }) => severity === 'error')
  const violated = errors.filter(({ status }) => status === 'violated')
  const hold = report.hold?.reason
  const wrongCell = reconciliation.diagnosis?.repairs[0]?.changes[0]?.cell
  return [
    {
      key: 'tables.blank',
      label: '三张表全部填完',
      ...metOr(blanks.length === 0, blanksIn(report, blanks)),
      bars: 'publishing',
      where: { tab: 'tables', cell: blanks[0] },
    },
    {
      key: 'tables.violated',
      label: '勾稽关系没有不符',
      ...unless(violated[0], `勾稽不符${inAll(violated)}`),
      bars: 'publishing',
      where: { tab: 'tables', cell: wrongCell ?? violated[0]?.cells[0] },
    },
    {
      key: 'hold',
      label: '没有暂存（保留差异）',
      ...(hold
        ? { met: false, detail: `报告处于暂存（${hold}），解决差异之前不能送审、发布` }
        : { met: true }),
      bars: 'publishing',
      where: { tab: 'tables', cell: wrongCell },
    },
  ]
}

function blanksIn({ format }: ReadinessInput['report'], blanks: readonly CellRef[]): string {
  const [first] = blanks
  const where = first ? `，首先是${cellLabel(formatOf(format ?? ''), first)}` : ''
  return `尚未填完，还有 ${blanks.length} 格空白${where}`
}

function warningsOf(reconciliation: Reconciliation): Requirement[] {
  const isNil = ({ rule }: Finding) => rule === 'nil.declared'
  const open = openWarnings(reconciliation)
  const others = open.filter((finding) => !isNil(finding))
  const shared = { bars: 'publishing', where: { tab: 'overview', field: 'warnings' } } as const
  const explained: Requirement = {
    key: 'acknowledgements',
    label: '提示均已说明',
    ...unless(others[0], `有提示尚未说明${inAll(others)}`),
    ...shared,
  }
  if (!reconciliation.findings.some(isNil)) return [explained]
  const nil = open.find(isNil)
  const declared: Requirement = {
    key: 'acknowledgements.nil',
    label: '已作零报告声明',
    ...(nil ? { met: false, detail: nil.message } : { met: true }),
    ...shared,
  }
  return [explained, declared]
}

const narrativeOf = (sections: readonly SectionState[]): Requirement[] =>
  sections
    .filter(({ key, parent }) => !parent && partsWithText.includes(key))
    .map(({ id, key, heading, filled }) => {
      const met = filled || sections.some((section) => section.parent === id && section.filled)
      return {
        key: `sections.${key}`,
        label: `“${heading}”有正文`,
        ...metOr(met, `“${heading}”还没有正文`),
        bars: 'submitting',
        where: { tab: 'narrative', section: id },
      }
    })

function referencesOf([first, ...others]: readonly ReferenceProblem[]): Requirement {
  const all = others.length > 0 ? `（共 ${others.length + 1} 处）` : ''
  return {
    key: 'sections.references',
    label: '正文引用的数据和图片齐全',
    ...metOr(!first, `${first?.message}${all}`),
    bars: 'publishing',
    where: { tab: 'narrative', section: first?.section },
  }
}

function basicsOf({ period, contact, signedOn }: ReadinessInput['report']): Requirement[] {
  const at = (field: string): Place => ({ tab: 'basics', field })
  return [
    {
      key: 'period',
      label: '统计期限起止齐全',
      ...metOr(Boolean(period?.from && period.to), '统计期限没有填全'),
      bars: 'submitting',
      where: at(period?.from ? 'period.to' : 'period.from'),
    },
    {
      key: 'contact.phone',
      label: '联系电话',
      ...metOr(Boolean(contact?.phone?.trim()), '还没有填写联系电话'),
      bars: 'nothing',
      where: at('contact.phone'),
    },
    {
      key: 'signedOn',
      label: '落款日期',
      ...metOr(Boolean(signedOn), '还没有填写落款日期'),
      bars: 'nothing',
      where: at('signedOn'),
    },
  ]
}

const metOr = (met: boolean, detail: string) => (met ? { met } : { met, detail })

/** Met without a finding; otherwise told with the first one's words. */
const unless = (first: Finding | undefined, problem: string) =>
  metOr(!first, `${problem}：${first?.message ?? ''}`)

const inAll = (findings: readonly Finding[]) =>
  findings.length > 1 ? `（共 ${findings.length} 处）` : ''

'use client'
import { missingFor, readinessOf } from '../../desk/readiness.ts'
import type { ReportState } from '../../desk/reportState.ts'
import { editableStages } from '../../desk/stages.ts'
import { goTo } from '../desk/navigation.ts'
import { DeadlineLabel } from './DeadlineLabel.tsx'
import { StageLabel } from './StageLabel.tsx'
import { StandingLabel } from './Standing.tsx'
import { useReportState } from './useReportState.ts'
import './statusLine.css'

/** Above the tabs: where the report stands, in one line. */
export function StatusLine({ id }: { id: string }) {
  const { state, error } = useReportState(id)
  return (
    <div className="gongkai-status" role="group" aria-label="报告状态" aria-busy={!state && !error}>
      {state ? <Line state={state} /> : <span>{error ?? '正在读取报告状态…'}</span>}
    </div>
  )
}

function Line({ state }: { state: ReportState }) {
  const { stage, revision } = state.report
  const { status, checked, satisfied } = state.reconciliation
  const editable = editableStages.includes(stage)
  return (
    <>
      <StageLabel stage={stage} />
      <span>修订号 {revision}</span>
      <span className="gongkai-status__pair">
        <StandingLabel status={status} />
        <span>
          {satisfied}/{checked} 条相符
        </span>
      </span>
      {editable && <Missing state={state} />}
      {stage !== 'published' && (
        <span className="gongkai-status__pair">
          <span>截止</span>
          <DeadlineLabel deadline={state.deadline} />
        </span>
      )}
    </>
  )
}

function Missing({ state }: { state: ReportState }) {
  const missing = missingFor('submit', readinessOf(state)).length
  const returned = Boolean(state.report.returned?.comment)
  return (
    <button
      type="button"
      className="gongkai-status__missing"
      onClick={() => goTo({ tab: 'overview', field: returned ? 'returned' : 'checklist' })}
    >
      {returned && '已退回，有修改意见；'}
      {missing > 0 ? `距送审还差 ${missing} 项` : '可以送审'}
    </button>
  )
}

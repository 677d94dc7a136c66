import { Banner } from '@payloadcms/ui'
import type { ReportState } from '../../desk/reportState.ts'
import { editableStages, stageLabel, type Stage } from '../../desk/stages.ts'
import { formatTime } from '../time.ts'
import { DeadlineLabel } from './DeadlineLabel.tsx'
import { StageLabel } from './StageLabel.tsx'
import { Standing } from './Standing.tsx'

/** Where the report stands, at a glance. */
export function Summary({ state: { report, reconciliation, current, deadline } }: Props) {
  const { hold, stage } = report
  return (
    <>
      <div role="status">
        <dl className="gongkai-card gongkai-summary">
          <Fact name="阶段">
            <StageLabel stage={stage} />
            <span>表格修订号 {report.revision}</span>
          </Fact>
          <Fact name="公开情况">{publicly(report.publishedRevision, current)}</Fact>
          <Fact name="勾稽">
            <Standing reconciliation={reconciliation} />
          </Fact>
          <Fact name="截止日期">
            <DeadlineLabel deadline={deadline} />
            <span className="gongkai-muted">
              {deadline.setBy ? `${deadline.setBy}规定` : '法定日期'}
            </span>
          </Fact>
        </dl>
      </div>
      {!editableStages.includes(stage) && <p>{fixedBecause(stage)}</p>}
      {hold?.reason && (
        <Banner type="error">
          <strong>暂存（保留差异），解决之前不能发布：</strong>
          {hold.reason}
          {hold.by && hold.at && `（${hold.by}，${formatTime(hold.at)}）`}
        </Banner>
      )}
    </>
  )
}

interface Props {
  state: ReportState
}

const Fact = ({ name, children }: { name: string; children: React.ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

function publicly(published: number, current: ReportState['current']): string {
  if (current) return `公开的是第 ${current.revision} 版，${formatTime(current.publishedAt)}发布`
  return published > 0 ? `第 ${published} 版已撤回，公众看不到` : '尚未发布'
}

function fixedBecause(stage: Stage): string {
  if (stage === 'submitted') return '报告正在审核，此时不能修改内容；需要改动时，由审核人员退回。'
  return stage === 'published' || stage === 'withdrawn'
    ? '内容已固定。需要改动时，由审核人员先“更正”，再修改、发布。'
    : `报告“${stageLabel(stage)}”，此时不能修改内容。`
}

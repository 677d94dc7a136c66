import { Link } from '@payloadcms/ui'
import type { PayloadRequest } from 'payload'
import { missingFor, readinessOf } from '../../desk/readiness.ts'
import { reportDeadline } from '../../desk/reportDeadlines.ts'
import { reportState, type ReportState } from '../../desk/reportState.ts'
import { editableStages } from '../../desk/stages.ts'
import type { Report } from '../../payload-types.ts'
import { DeadlineLabel } from '../overview/DeadlineLabel.tsx'
import { Downloads } from '../overview/Downloads.tsx'
import { StageLabel } from '../overview/StageLabel.tsx'
import { StandingLabel } from '../overview/Standing.tsx'
import { StartReport } from './StartReport.tsx'

interface Props {
  req: PayloadRequest
  admin: string
  organ: string
  /** Whose reports are due. */
  year: number
}

/** To those who write: the reports of their organ that are due or not done. */
export async function OwnReports({ req, admin, organ, year }: Props) {
  const states = await openStates(req, organ, year)
  const begun = states.some(({ report }) => report.year === year)
  return (
    <section className="gongkai-card" aria-labelledby="own-reports">
      <h2 id="own-reports">本机关的年度报告</h2>
      {!begun && (
        <div className="gongkai-dashboard__start">
          <span>{year}年度报告尚未开始，截止</span>
          <DeadlineLabel deadline={await reportDeadline(req, { organization: organ, year })} />
          <StartReport organ={organ} year={year} />
        </div>
      )}
      {states.length > 0 && (
        <table className="gongkai-dashboard__table">
          <thead>
            <tr>
              <th scope="col">报告</th>
              <th scope="col">阶段</th>
              <th scope="col">勾稽</th>
              <th scope="col">距送审</th>
              <th scope="col">截止日期</th>
            </tr>
          </thead>
          <tbody>
            {states.map((state) => (
              <OwnReport key={state.report.id} admin={admin} state={state} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function OwnReport({ admin, state }: { admin: string; state: ReportState }) {
  const { report, reconciliation, deadline, current } = state
  return (
    <tr>
      <th scope="row">
        <Link href={`${admin}/collections/reports/${report.id}`}>{report.title}</Link>
      </th>
      <td>
        <StageLabel stage={report.stage} />
      </td>
      <td>
        <StandingLabel status={reconciliation.status} />
      </td>
      <td>{toSubmit(state)}</td>
      <td>
        {report.stage === 'published' ? '已发布' : <DeadlineLabel deadline={deadline} />}
        {current && (
          <span className="gongkai-links">
            <Downloads current={current} />
          </span>
        )}
      </td>
    </tr>
  )
}

function toSubmit(state: ReportState): string {
  const { stage, returned } = state.report
  if (!editableStages.includes(stage)) return '—'
  const missing = missingFor('submit', readinessOf(state))
  const first = missing[0] ? `还差 ${missing.length} 项，如：${missing[0].label}` : '可以送审'
  return returned?.comment ? `已退回，有修改意见；${first}` : first
}

const mostShown = 8

async function openStates(
  req: PayloadRequest,
  organ: string,
  year: number,
): Promise<ReportState[]> {
  const { docs } = await req.payload.db.find<Report>({
    collection: 'reports',
    where: {
      and: [
        { organization: { equals: organ } },
        { or: [{ year: { equals: year } }, { stage: { not_equals: 'published' } }] },
      ],
    },
    sort: '-year',
    limit: mostShown,
    req,
  })
  return Promise.all(docs.map((report) => reportState(req, report)))
}

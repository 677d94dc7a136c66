import { Link } from '@payloadcms/ui'
import type { PayloadRequest } from 'payload'
import { isDone, isViolated, seasonOf, type SeasonEntry } from '../../desk/season.ts'
import { DeadlineLabel } from '../overview/DeadlineLabel.tsx'
import { StageLabel } from '../overview/StageLabel.tsx'
import { StandingLabel } from '../overview/Standing.tsx'

interface Props {
  req: PayloadRequest
  admin: string
  year: number
  /** Absent for all. */
  organs?: readonly string[]
}

const mostShown = 30

/** To those above: who is late, what does not reconcile, who has not begun. */
export async function Season({ req, admin, year, organs }: Props) {
  const entries = await seasonOf(req, year, organs)
  const open = entries.filter((entry) => !isDone(entry))
  return (
    <section className="gongkai-card" aria-labelledby="season">
      <h2 id="season">{year}年度报告进度</h2>
      <Counts entries={entries} />
      {open.length === 0 && entries.length > 0 && <p>所有机关都已发布。</p>}
      {open.length > 0 && (
        <table className="gongkai-dashboard__table">
          <thead>
            <tr>
              <th scope="col">尚未发布的机关</th>
              <th scope="col">阶段</th>
              <th scope="col">勾稽</th>
              <th scope="col">截止日期</th>
            </tr>
          </thead>
          <tbody>
            {open.slice(0, mostShown).map((entry) => (
              <Entry key={entry.organ.id} admin={admin} entry={entry} />
            ))}
          </tbody>
        </table>
      )}
      {open.length > mostShown && <p>另有 {open.length - mostShown} 个机关尚未发布。</p>}
      <p>
        <Link href={listAddress(admin, year)}>{year}年度的全部报告</Link>
      </p>
    </section>
  )
}

function Counts({ entries }: { entries: SeasonEntry[] }) {
  const count = (wanted: (entry: SeasonEntry) => boolean) => entries.filter(wanted).length
  const counts = [
    ['机关', entries.length],
    ['已发布', count(isDone)],
    ['已送审', count(({ report }) => report?.stage === 'submitted')],
    ['未开始', count(({ report }) => !report)],
    ['逾期', count(({ late }) => late)],
    ['勾稽不符', count(isViolated)],
  ] as const
  return (
    <dl className="gongkai-dashboard__counts">
      {counts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Entry({ admin, entry }: { admin: string; entry: SeasonEntry }) {
  const { organ, report, deadline } = entry
  return (
    <tr>
      <th scope="row">
        {report ? (
          <Link href={`${admin}/collections/reports/${report.id}`}>{organ.name}</Link>
        ) : (
          organ.name
        )}
      </th>
      <td>{report ? <StageLabel stage={report.stage} /> : '未开始'}</td>
      <td>
        {report ? <StandingLabel status={report.reconciliationStatus ?? 'incomplete'} /> : '—'}
      </td>
      <td>
        <DeadlineLabel deadline={deadline} />
      </td>
    </tr>
  )
}

/** The list of reports, filtered in the shape that its own filter shows. */
const listAddress = (admin: string, year: number) =>
  `${admin}/collections/reports?where[or][0][and][0][year][equals]=${year}`

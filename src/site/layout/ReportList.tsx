import type { ReportSummary } from '../api/types.ts'
import { chinaDay } from './dates.ts'
import { Excerpt } from './Excerpt.tsx'
import { reportPath } from './links.ts'

export function ReportList({ reports }: { reports: readonly ReportSummary[] }) {
  return (
    <ul className="report-list">
      {reports.map((report) => (
        <Item key={`${report.organization.slug}-${report.year}`} {...report} />
      ))}
    </ul>
  )
}

function Item(report: ReportSummary) {
  const { organization, year, title, publishedAt, revision, excerpt, excerptHits = [] } = report
  return (
    <li>
      <a href={reportPath(organization.slug, year)}>{title}</a>
      <span>
        {!title.includes(organization.name) && `${organization.name}，`}
        <time dateTime={publishedAt}>{chinaDay(publishedAt)}</time>
        {revision > 1 ? '更正' : '发布'}
      </span>
      {excerpt && <Excerpt text={excerpt} hits={excerptHits} />}
    </li>
  )
}

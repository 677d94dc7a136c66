import type { ReportSummary } from '../api/types.ts'
import { chinaDay } from './dates.ts'
import { reportPath } from './links.ts'

export function ReportList({ reports }: { reports: readonly ReportSummary[] }) {
  return (
    <ul className="report-list">
      {reports.map(({ organization, year, title, publishedAt, revision }) => (
        <li key={`${organization.slug}-${year}`}>
          <a href={reportPath(organization.slug, year)}>{title}</a>
          <span>
            {organization.name}，<time dateTime={publishedAt}>{chinaDay(publishedAt)}</time>
            {revision > 1 && '（已更正）'}
          </span>
        </li>
      ))}
    </ul>
  )
}

import { reportPath } from '../layout/links.ts'
import type { ReportModel } from './ReportModel.ts'

/** To the reports before and after. */
export function Neighbours({ report, allYears }: ReportModel) {
  const before = allYears.find((year) => year < report.year)
  const after = allYears.filter((year) => year > report.year).at(-1)
  if (before === undefined && after === undefined) return null
  const { slug } = report.organization
  return (
    <nav className="neighbours" aria-label="其他年度">
      {before !== undefined && (
        <a rel="prev" href={reportPath(slug, before)}>
          ← {before}年度报告
        </a>
      )}
      {after !== undefined && (
        <a rel="next" href={reportPath(slug, after)}>
          {after}年度报告 →
        </a>
      )}
    </nav>
  )
}

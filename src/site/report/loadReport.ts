import type { PublicApi } from '../api/PublicApi.ts'
import { mostAtOnce } from '../api/PublicApi.ts'
import type { Report, Revision } from '../api/types.ts'
import { whatCame } from '../api/whatCame.ts'
import { differences } from '../differences/differences.ts'
import type { SiteSettings } from '../settings.ts'
import type { ReportModel } from './ReportModel.ts'

/** So many years are drawn at most: the page stays a page. */
const mostYears = 6

/**
 * @param slug of the organ
 * @param year as it stands in the path
 * @throws as the API does when the report itself cannot be read; what only adds to it is left out
 */
export async function loadReport(
  api: PublicApi,
  settings: SiteSettings,
  slug: string,
  year: string,
): Promise<ReportModel> {
  const report = await api.report(slug, year)
  const [[list], [revisions]] = await Promise.all([
    whatCame([api.reports({ organization: slug, limit: mostAtOnce })]),
    whatCame([api.revisions(slug, report.year)]),
  ])
  const allYears = [...new Set([report.year, ...(list?.docs ?? []).map((doc) => doc.year)])].sort(
    (a, b) => b - a,
  )
  const [others, changes] = await Promise.all([
    whatCame(nearest(allYears, report.year).map((other) => api.report(slug, other))),
    changesOf(api, report, revisions?.docs ?? []),
  ])
  return {
    settings,
    report,
    years: [...others, report].sort((a, b) => a.year - b.year),
    allYears,
    revisions: revisions?.docs ?? [],
    differences: changes,
  }
}

/** The years before, and for want of them those after. */
function nearest(years: readonly number[], year: number): number[] {
  const others = [
    ...years.filter((other) => other < year),
    ...years.filter((other) => other > year).reverse(),
  ]
  return others.slice(0, mostYears - 1)
}

async function changesOf(api: PublicApi, report: Report, revisions: readonly Revision[]) {
  const { organization, year, revision } = report
  const before = revisions.find((candidate) => candidate.revision < revision)
  if (!before) return undefined
  const [content] = await whatCame([api.revision(organization.slug, year, before.revision)])
  return content && differences(content, report)
}

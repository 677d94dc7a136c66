import { ApiProblem } from '../api/errors.ts'
import { mostAtOnce, type PublicApi } from '../api/PublicApi.ts'
import type { Report, ReportSummary } from '../api/types.ts'
import { whatCame } from '../api/whatCame.ts'
import type { SiteSettings } from '../settings.ts'

/** All that an organ's page shows. */
export interface OrganizationModel {
  settings: SiteSettings
  organization: ReportSummary['organization']
  /** From the newest year to the oldest. */
  summaries: readonly ReportSummary[]
  /** Of the newest years, from the oldest to the newest. */
  reports: readonly Report[]
}

const mostYears = 10

/**
 * @throws {ApiProblem} 404 for an organ that has published nothing, whether there is one or not
 */
export async function loadOrganization(
  api: PublicApi,
  settings: SiteSettings,
  slug: string,
): Promise<OrganizationModel> {
  const { docs } = await api.reports({ organization: slug, limit: mostAtOnce })
  const summaries = [...docs].sort((a, b) => b.year - a.year)
  const [newest] = summaries
  if (!newest) throw new ApiProblem(404, '没有这个机关，或者它还没有发布年度报告。')
  const years = summaries.slice(0, mostYears)
  const reports = await whatCame(years.map(({ year }) => api.report(slug, year)))
  return {
    settings,
    organization: newest.organization,
    summaries,
    reports: [...reports].sort((a, b) => a.year - b.year),
  }
}

import type { PublicApi } from '../api/PublicApi.ts'
import type { List, Organization, Report, ReportSummary } from '../api/types.ts'
import { whatCame } from '../api/whatCame.ts'
import { topmost } from '../figures/totals.ts'
import type { SiteSettings } from '../settings.ts'
import { yearInForce } from './yearInForce.ts'

/** All that the home page shows. */
export interface HomeModel {
  settings: SiteSettings
  organizations: List<Organization>
  newest: readonly ReportSummary[]
  /** The year that is told of (yearInForce.ts), and those that its totals are taken from. */
  year: { year: number; reports: readonly Report[] } | undefined
}

const newestShown = 8

/** More reports than this are not added up for a visitor. */
const mostAdded = 40

/**
 * @param page of the organs
 * @throws as the API does
 */
export async function loadHome(
  api: PublicApi,
  settings: SiteSettings,
  page: string | undefined,
): Promise<HomeModel> {
  const [organizations, reports] = await Promise.all([
    api.organizations(page),
    api.reports({ limit: newestShown }),
  ])
  return { settings, organizations, newest: reports.docs, year: await yearOf(api, organizations) }
}

async function yearOf(
  api: PublicApi,
  { docs, totalPages }: List<Organization>,
): Promise<HomeModel['year']> {
  const year = yearInForce(docs)
  if (year === undefined) return undefined
  const summed = topmost(docs, year)
  // With some organs on another page it cannot be told who covers whom.
  if (totalPages > 1 || summed.length > mostAdded) return { year, reports: [] }
  return { year, reports: await whatCame(summed.map(({ slug }) => api.report(slug, year))) }
}

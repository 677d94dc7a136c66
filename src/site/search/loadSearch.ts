import type { PublicApi } from '../api/PublicApi.ts'
import type { List, ReportSummary } from '../api/types.ts'
import type { SiteSettings } from '../settings.ts'

export interface SearchQuery {
  q: string | undefined
  year: string | undefined
  page: string | undefined
}

/** All that the search page shows. */
export interface SearchModel {
  settings: SiteSettings
  query: SearchQuery
  found: List<ReportSummary>
}

/** @throws as the API does, with 400 for a question that it does not understand */
export const loadSearch = async (
  api: PublicApi,
  settings: SiteSettings,
  query: SearchQuery,
): Promise<SearchModel> => ({ settings, query, found: await api.reports({ ...query, limit: 20 }) })

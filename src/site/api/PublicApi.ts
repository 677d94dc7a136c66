import { readJson } from './readJson.ts'
import type {
  List,
  Organization,
  Report,
  ReportQuery,
  ReportSummary,
  Revision,
  RevisionContent,
} from './types.ts'

/** The calls of `/v1` that the website makes. Each throws as {@link readJson} does. */
export interface PublicApi {
  organizations(page?: string): Promise<List<Organization>>
  reports(query: ReportQuery): Promise<List<ReportSummary>>
  report(organization: string, year: string | number): Promise<Report>
  revisions(organization: string, year: number): Promise<List<Revision>>
  revision(organization: string, year: number, revision: number): Promise<RevisionContent>
}

/** As many as a list gives at once. */
export const mostAtOnce = 100

/**
 * @param base of the API, without `/v1`
 * @param read gives the JSON of an address
 */
export function publicApi(
  base: string,
  read: (url: string) => Promise<unknown> = readJson,
): PublicApi {
  const get = <T>(path: string) => read(`${base}/v1/${path}`) as Promise<T>
  const reportPath = (organization: string, year: string | number) =>
    `reports/${encodeURIComponent(organization)}/${encodeURIComponent(year)}`
  return {
    organizations: (page) => get(`organizations?${queryOf({ page, limit: mostAtOnce })}`),
    reports: (query) => get(`reports?${queryOf(query)}`),
    report: (organization, year) => get(reportPath(organization, year)),
    revisions: (organization, year) => get(`${reportPath(organization, year)}/revisions`),
    revision: (organization, year, revision) =>
      get(`${reportPath(organization, year)}/revisions/${revision}`),
  }
}

/** In one order, so that the same question has the same address. */
function queryOf(query: object): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
}

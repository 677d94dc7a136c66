import type { TableKey } from '../formats/types.ts'
import { formatOf } from '../formats/index.ts'
import { reportAddresses } from './addresses.ts'
import type { Publication, PublishedTable, ReportContent } from './types.ts'

/** One table with what is needed to cite it. */
export interface TableJson extends PublishedTable {
  organization: ReportContent['organization']
  year: number
  format: string
  table: TableKey
  label: string
  publishedAt: string
  revision: number
  /** Of the whole report. */
  digest: string
  url: string
}

/** The body of `GET /v1/reports/:organization/:year/tables/:table.json`. */
export function tableJson(publication: Publication, table: TableKey, baseUrl: string): TableJson {
  const { content, publishedAt, revision, digest } = publication
  const { organization, year, format } = content
  return {
    organization,
    year,
    format,
    table,
    label: formatOf(format).tables[table].label,
    publishedAt,
    revision,
    digest,
    url: reportAddresses(baseUrl, organization.slug, year).tables[table].json,
    ...content.tables[table],
  }
}

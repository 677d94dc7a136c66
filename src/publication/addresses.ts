import { tableKeys } from '../formats/index.ts'
import type { TableKey } from '../formats/types.ts'

/** The public addresses of a report, absolute. The one place that knows their shape. */
export interface ReportAddresses {
  self: string
  html: string
  docx: string
  xlsx: string
  tables: Record<TableKey, { json: string; csv: string; xlsx: string }>
  revisions: string
  wechat: string
}

/**
 * @param baseUrl the public address of the site (`PUBLIC_URL`), with or without a final slash
 * @param organization the organ's slug
 */
export function reportAddresses(
  baseUrl: string,
  organization: string,
  year: number,
): ReportAddresses {
  const self = `${withoutSlash(baseUrl)}/v1/reports/${encodeURIComponent(organization)}/${year}`
  const table = (key: TableKey) => ({
    json: `${self}/tables/${key}.json`,
    csv: `${self}/tables/${key}.csv`,
    xlsx: `${self}/tables/${key}.xlsx`,
  })
  return {
    self,
    html: `${self}.html`,
    docx: `${self}.docx`,
    xlsx: `${self}.xlsx`,
    tables: Object.fromEntries(tableKeys.map((key) => [key, table(key)])) as Record<
      TableKey,
      ReturnType<typeof table>
    >,
    revisions: `${self}/revisions`,
    wechat: `${self}/wechat`,
  }
}

/** The pages of the website, for people. */
export const pageAddresses = {
  home: (baseUrl: string): string => `${withoutSlash(baseUrl)}/`,
  /** @param organization slug */
  organization: (baseUrl: string, organization: string): string =>
    `${withoutSlash(baseUrl)}/organizations/${encodeURIComponent(organization)}`,
  /** @param organization slug */
  report: (baseUrl: string, organization: string, year: number): string =>
    `${withoutSlash(baseUrl)}/reports/${encodeURIComponent(organization)}/${year}`,
}

export const revisionAddress = (
  baseUrl: string,
  organization: string,
  year: number,
  revision: number,
): string => `${reportAddresses(baseUrl, organization, year).revisions}/${revision}`

/** Of the official document as it was in a revision. */
export const revisionDocumentAddress = (...revision: Parameters<typeof revisionAddress>): string =>
  `${revisionAddress(...revision)}.html`

/** @param id of the publication */
const articleAddress = (baseUrl: string, id: string): string =>
  `${withoutSlash(baseUrl)}/v1/articles/${encodeURIComponent(id)}`

/** Where it is said what became of an article in WeChat. */
export const receiptsAddress = (baseUrl: string, id: string): string =>
  `${articleAddress(baseUrl, id)}/receipts`

/** @param name of the image, as the content names it */
export const imageAddress = (
  baseUrl: string,
  organization: string,
  year: number,
  name: string,
): string => `${reportAddresses(baseUrl, organization, year).self}/images/${name}`

const withoutSlash = (url: string) => (url.endsWith('/') ? url.slice(0, -1) : url)

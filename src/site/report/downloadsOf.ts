import type { Report } from '../api/types.ts'
import { shortened } from '../layout/links.ts'

export interface Download {
  label: string
  href: string
}

const documents = [
  ['docx', '公文格式（Word）'],
  ['pdf', '公文格式（PDF）'],
  ['html', '公文格式（网页）'],
  ['xlsx', '全部数据（Excel）'],
  ['json', '全部数据（JSON）'],
  ['wechat', '公众号文章版'],
] as const

const tableNames = {
  disclosure: '主动公开表',
  applications: '依申请公开表',
  disputes: '复议诉讼表',
}
const tableFormats = [
  ['xlsx', 'Excel'],
  ['csv', 'CSV'],
  ['json', 'JSON'],
] as const

/**
 * What the API offers of a report, and nothing that it does not.
 * @param address of this website
 * @returns of the whole report, and of each table
 */
export function downloadsOf(
  report: Report,
  address: string,
): { documents: Download[]; tables: Download[][] } {
  const { self, wechat } = report.links
  const links: Record<string, unknown> = {
    ...{ json: self, ...report.links },
    wechat: wechat && `${wechat}?format=html`,
  }
  const offered = (label: string, url: unknown): Download[] =>
    typeof url === 'string' ? [{ label, href: shortened(url, { address }) }] : []
  return {
    documents: documents.flatMap(([key, label]) => offered(label, links[key])),
    tables: Object.entries(tableNames).map(([table, name]) => {
      const formats =
        (report.links.tables as Record<string, Record<string, unknown> | undefined>)[table] ?? {}
      return tableFormats.flatMap(([key, format]) => offered(`${name}（${format}）`, formats[key]))
    }),
  }
}

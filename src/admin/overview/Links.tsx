import { Link } from '@payloadcms/ui'
import type { TableKey } from '../../formats/types.ts'
import { SectionLinks } from './SectionLinks.tsx'
import type { ReportState } from './useReportState.ts'

const tables: readonly { key: TableKey; label: string }[] = [
  { key: 'disclosure', label: '主动公开表' },
  { key: 'applications', label: '依申请公开表' },
  { key: 'disputes', label: '复议诉讼表' },
]

interface Props {
  /** Where the admin lives, such as `/admin`. */
  admin: string
  report: string
  state: ReportState
}

/** From a report to its parts, and to what the public sees of it. */
export function Links({ admin, report, state: { current, sections } }: Props) {
  return (
    <div className="gongkai-links">
      <SectionLinks admin={admin} sections={sections} />
      <nav aria-label="报告的内容">
        <span>报告内容</span>
        <Link href={listAddress(admin, 'sections', { report })}>章节列表</Link>
        {tables.map(({ key, label }) => (
          <Link key={key} href={listAddress(admin, 'table-rows', { report, table: key })}>
            {label}
          </Link>
        ))}
      </nav>
      {current && (
        <nav aria-label="公开的内容">
          <span>公众所见</span>
          <Outside href={publicAddress(current)}>公开的报告</Outside>
          <Outside href={`${publicAddress(current)}/wechat?format=html`}>公众号文章预览</Outside>
        </nav>
      )}
    </div>
  )
}

const Outside = ({ href, children }: { href: string; children: string }) => (
  <a href={href} target="_blank" rel="noreferrer" aria-label={`${children}（在新窗口打开）`}>
    {children} <span aria-hidden="true">↗</span>
  </a>
)

const publicAddress = ({ organizationSlug, year }: NonNullable<ReportState['current']>) =>
  `/v1/reports/${encodeURIComponent(organizationSlug)}/${year}`

/** A list of the admin, filtered in the shape that its own filter shows, in the official order. */
function listAddress(admin: string, collection: string, filter: Record<string, string>): string {
  const query = new URLSearchParams({ sort: 'order', limit: '50' })
  Object.entries(filter).forEach(([field, value], index) =>
    query.set(`where[or][0][and][${index}][${field}][equals]`, value),
  )
  return `${admin}/collections/${collection}?${query.toString()}`
}

import type { ReportState } from '../../desk/reportState.ts'

/** To what the public sees of a report. */
export function Links({ current }: { current: NonNullable<ReportState['current']> }) {
  const { organizationSlug, year } = current
  const address = `/v1/reports/${encodeURIComponent(organizationSlug)}/${year}`
  return (
    <nav className="gongkai-links" aria-label="公开的内容">
      <span className="gongkai-muted">公众所见</span>
      <Outside href={address}>公开的报告</Outside>
      <Outside href={`${address}/wechat?format=html`}>公众号文章预览</Outside>
    </nav>
  )
}

const Outside = ({ href, children }: { href: string; children: string }) => (
  <a href={href} target="_blank" rel="noreferrer" aria-label={`${children}（在新窗口打开）`}>
    {children} <span aria-hidden="true">↗</span>
  </a>
)

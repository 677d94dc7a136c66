import type { ReportState } from '../../desk/reportState.ts'

export type Current = NonNullable<ReportState['current']>

/** Where the public finds a report; other forms of it are under the same address with an ending. */
export const publicAddress = ({ organizationSlug, year }: Current): string =>
  `/v1/reports/${encodeURIComponent(organizationSlug)}/${year}`

/** The official document, to look at or to keep. */
export function Downloads({ current }: { current: Current }) {
  const address = publicAddress(current)
  return (
    <>
      <Outside href={`${address}.html`}>正式文本</Outside>
      <a href={`${address}.docx`} download>
        下载 Word
      </a>
      <a href={`${address}.xlsx`} download>
        下载 Excel
      </a>
    </>
  )
}

export const Outside = ({ href, children }: { href: string; children: string }) => (
  <a href={href} target="_blank" rel="noreferrer" aria-label={`${children}（在新窗口打开）`}>
    {children} <span aria-hidden="true">↗</span>
  </a>
)

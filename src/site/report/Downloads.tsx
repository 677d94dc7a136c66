import { chinaDay } from '../layout/dates.ts'
import { shortened } from '../layout/links.ts'
import { downloadsOf, type Download } from './downloadsOf.ts'
import { downloadsTitle, type ReportModel } from './ReportModel.ts'

/** Other forms of the report, and the revisions before this one. */
export function Downloads({ report, revisions, settings }: ReportModel) {
  const { documents, tables } = downloadsOf(report, settings.address)
  return (
    <section className="downloads" id="downloads" aria-labelledby="downloads-head">
      <h2 id="downloads-head">{downloadsTitle(revisions)}</h2>
      <h3>整份报告</h3>
      <Links downloads={documents} />
      <h3>单张表格</h3>
      {tables.map((downloads) => (
        <Links key={downloads[0]?.href} downloads={downloads} />
      ))}
      {revisions.length > 1 && (
        <>
          <h3>历史版本</h3>
          <ul>
            {revisions.map(({ revision, publishedAt, correctionReason, url }) => (
              <li key={revision}>
                <a href={shortened(`${url}.html`, settings)}>
                  第 {revision} 版，{chinaDay(publishedAt)}
                </a>
                {'　'}
                <a href={shortened(url, settings)}>
                  <span className="aside">第 {revision} 版的数据：</span>JSON
                </a>
                {correctionReason && `　更正原因：${correctionReason}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

const Links = ({ downloads }: { downloads: Download[] }) => (
  <ul className="download-list">
    {downloads.map(({ label, href }) => (
      <li key={href}>
        <a href={href}>{label}</a>
      </li>
    ))}
  </ul>
)

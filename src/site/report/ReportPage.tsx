import { inWords } from '../figures/inWords.ts'
import { chinaTime } from '../layout/dates.ts'
import { apiAddressOf, feedPath, organizationPath, reportPath, shortened } from '../layout/links.ts'
import { Page } from '../layout/Page.tsx'
import { Contents } from './Contents.tsx'
import { Correction } from './Correction.tsx'
import { DocumentText } from './DocumentText.tsx'
import { Downloads } from './Downloads.tsx'
import { JumpLinks } from './JumpLinks.tsx'
import { LastYear } from './LastYear.tsx'
import { Neighbours } from './Neighbours.tsx'
import { Overview } from './Overview.tsx'
import { ReportHead } from './ReportHead.tsx'
import type { ReportModel } from './ReportModel.ts'

export function ReportPage(model: ReportModel) {
  const { settings, report } = model
  const { organization, year, title, publishedAt } = report
  return (
    <Page
      settings={settings}
      title={title}
      description={inWords(report, undefined).join('')}
      path={reportPath(organization.slug, year)}
      column="政府信息公开年报"
      article={{
        title,
        published: chinaTime(publishedAt),
        source: organization.name,
        keywords: ['政府信息公开', '年度报告', organization.name, `${year}年`],
      }}
      trail={[{ name: organization.name, path: organizationPath(organization.slug) }]}
      feed={shortened(feedPath(apiAddressOf(report.url), organization.slug), settings)}
    >
      <article className="report">
        <ReportHead {...model} />
        <JumpLinks {...model} />
        <Correction {...model} />
        <Overview {...model} />
        <LastYear {...model} />
        <div className="reading">
          <Contents {...model} />
          <DocumentText {...model} />
        </div>
        <Downloads {...model} />
      </article>
      <Neighbours {...model} />
    </Page>
  )
}

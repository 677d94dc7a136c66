import { byApplicant, byOutcome } from '../figures/applications.ts'
import { topFigures } from '../figures/topFigures.ts'
import { apiAddressOf, feedPath, organizationPath, reportPath, shortened } from '../layout/links.ts'
import { Page } from '../layout/Page.tsx'
import { ReportList } from '../layout/ReportList.tsx'
import { PartsThroughYears } from '../pictures/PartsThroughYears.tsx'
import { TrendPicture } from '../pictures/TrendPicture.tsx'
import { KeyFigures } from '../report/KeyFigures.tsx'
import type { OrganizationModel } from './loadOrganization.ts'

/** An organ: its newest figures, its years as pictures, its reports. */
export function OrganizationPage({
  settings,
  organization,
  summaries,
  reports,
}: OrganizationModel) {
  const { name, slug, region } = organization
  const newest = reports.at(-1)
  const feed = feedPath(apiAddressOf(summaries[0]?.url ?? ''), slug)
  return (
    <Page
      settings={settings}
      title={`${name}政府信息公开工作年度报告`}
      description={`${name}历年政府信息公开工作年度报告：图表与全文。`}
      path={organizationPath(slug)}
      column="政府信息公开年报"
      trail={[]}
      feed={shortened(feed, settings)}
    >
      <header className="head">
        <h1>
          <span>{name}</span>
          <span>政府信息公开工作年度报告</span>
        </h1>
        {region && (
          <p className="byline">
            <span>{region}</span>
          </p>
        )}
      </header>
      {newest && (
        <section className="overview" aria-labelledby="newest-head">
          <h2 id="newest-head">{newest.year}年度</h2>
          <KeyFigures figures={topFigures(newest)} />
          <p>
            <a className="more" href={reportPath(slug, newest.year)}>
              阅读{newest.year}年度报告
            </a>
          </p>
        </section>
      )}
      {reports.length > 1 && <Years reports={reports} />}
      <section aria-labelledby="reports-head">
        <h2 id="reports-head">各年度报告</h2>
        <ReportList reports={summaries} />
      </section>
    </Page>
  )
}

function Years({ reports }: Pick<OrganizationModel, 'reports'>) {
  const trend = { contents: reports, year: reports.at(-1)?.year }
  return (
    <section className="overview" aria-labelledby="years-head">
      <h2 id="years-head">历年情况</h2>
      <div className="pictures">
        <TrendPicture {...trend} figure="disclosed" title="历年主动公开政府信息" unit="条" />
        <TrendPicture {...trend} figure="received" title="历年新收申请" unit="件" />
        <PartsThroughYears
          id="outcomes"
          title="历年申请办理结果"
          contents={reports}
          partsOf={byOutcome}
          note="各年合计为当年应办理的申请：办结的，加上结转下年度的。"
        />
        <PartsThroughYears
          id="applicants"
          title="历年新收申请：申请人类别"
          contents={reports}
          partsOf={byApplicant}
        />
      </div>
    </section>
  )
}

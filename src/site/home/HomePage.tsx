import { apiAddressOf, feedPath, shortened } from '../layout/links.ts'
import { Page } from '../layout/Page.tsx'
import { Pager } from '../layout/Pager.tsx'
import { ReportList } from '../layout/ReportList.tsx'
import type { HomeModel } from './loadHome.ts'
import { Organs } from './Organs.tsx'
import { YearTotals } from './YearTotals.tsx'

export function HomePage({ settings, organizations, newest, year }: HomeModel) {
  const [first] = newest
  const feed = first && shortened(feedPath(apiAddressOf(first.url)), settings)
  return (
    <Page
      settings={settings}
      title={settings.name}
      description="查阅各机关发布的政府信息公开工作年度报告：图表、法定数据表、历年对比与下载。"
      path="/"
      column="首页"
      feed={feed}
    >
      <div className="home">
        <header className="opening">
          <h1>{settings.name}</h1>
          <p>各机关每年向社会报告政府信息公开工作。在这里可以看图、读报告、比较各年、下载数据。</p>
        </header>
        {year && <YearTotals {...year} organizations={organizations.docs} />}
        <section aria-labelledby="newest-head">
          <h2 id="newest-head">最新发布</h2>
          {newest.length > 0 ? <ReportList reports={newest} /> : <p>还没有发布的年度报告。</p>}
        </section>
        <section aria-labelledby="organs-head">
          <h2 id="organs-head">机关与年度</h2>
          <Organs organizations={organizations.docs} />
          <Pager list={organizations} path={(page) => (page === 1 ? '/' : `/?page=${page}`)} />
        </section>
      </div>
    </Page>
  )
}

import { searchPath } from '../layout/links.ts'
import { Page } from '../layout/Page.tsx'
import { Pager } from '../layout/Pager.tsx'
import { ReportList } from '../layout/ReportList.tsx'
import type { SearchModel } from './loadSearch.ts'

export function SearchPage({ settings, query, found }: SearchModel) {
  const { q, year } = query
  const what = [q && `“${q}”`, year && `${year}年`].filter(Boolean).join('、')
  return (
    <Page
      settings={settings}
      title={what ? `搜索${what}` : '搜索'}
      description="在已发布的政府信息公开工作年度报告中搜索。"
      path={searchPath({ ...query })}
      column="搜索"
      trail={[]}
      q={q}
      hidden
    >
      <h1>{what ? `搜索${what}` : '搜索年度报告'}</h1>
      <form className="year-filter" action="/search" method="get">
        {q && <input type="hidden" name="q" value={q} />}
        <label htmlFor="year">报告年度</label>
        <input
          id="year"
          name="year"
          inputMode="numeric"
          pattern="(19|20)[0-9]{2}"
          size={7}
          placeholder="不限"
          maxLength={4}
          defaultValue={year}
        />
        <button type="submit">筛选</button>
      </form>
      <p role="status">
        {found.totalDocs > 0
          ? `找到 ${found.totalDocs} 份年度报告。`
          : '没有找到符合条件的年度报告，请换一个词试试。'}
      </p>
      <ReportList reports={found.docs} />
      <Pager list={found} path={(page) => searchPath({ ...query, page })} />
    </Page>
  )
}

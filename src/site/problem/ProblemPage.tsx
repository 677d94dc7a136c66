import { Page } from '../layout/Page.tsx'
import type { SiteSettings } from '../settings.ts'

export interface ProblemPageProps {
  settings: SiteSettings
  status: number
  /** Chinese, for the reader. */
  detail: string
  /** Of the page that was asked for. */
  path: string
}

const titles: Readonly<Record<number, string>> = {
  400: '请求有误',
  404: '没有找到这个页面',
  410: '内容已撤回',
  503: '暂时无法打开',
}

/** What could not be shown, why, and where to go on. */
export function ProblemPage({ settings, status, detail, path }: ProblemPageProps) {
  const title = titles[status] ?? '没有找到这个页面'
  return (
    <Page {...{ settings, title, path }} description={detail} column="提示" trail={[]} hidden>
      <div className="problem">
        <h1>{title}</h1>
        <p>{detail}</p>
        <p>
          可以<a href="/">回到首页</a>，或者在上方搜索。
        </p>
      </div>
    </Page>
  )
}

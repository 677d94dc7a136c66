import type { SiteSettings } from '../settings.ts'

export interface Article {
  title: string
  /** 2022-01-25 10:00 */
  published: string
  /** Who published it. */
  source: string
  keywords: readonly string[]
}

interface GovernmentMetaProps {
  settings: SiteSettings
  column: string
  article?: Article
}

/** The tags that 国办发〔2017〕47号 asks of every page of a government website; Description is the page's. */
export function GovernmentMeta({ settings, column, article }: GovernmentMetaProps) {
  const tags: [string, string | undefined][] = [
    ['SiteName', settings.name],
    ['SiteDomain', settings.domain],
    ['SiteIDCode', settings.idCode],
    ['ColumnName', column],
    ['ColumnType', '政府信息公开'],
    ['ArticleTitle', article?.title],
    ['PubDate', article?.published],
    ['ContentSource', article?.source],
    ['Keywords', (article?.keywords ?? ['政府信息公开', '年度报告']).join(',')],
  ]
  return tags.map(([name, content]) => content && <meta key={name} name={name} content={content} />)
}

import { minuteInChina } from './chinaTime.ts'
import type { Publication } from './types.ts'

/** The labels that 国办发〔2017〕47号 asks of a page with an article, in its order. */
export interface MetaLabel {
  readonly name: string
  readonly content: string
}

const columnName = '政府信息公开年度报告'
const longestDescription = 120

/**
 * @param baseUrl the public address of the site (`PUBLIC_URL`)
 * @returns the labels of a report's page; 网站标识码 is the site's own and not known here
 */
export function governmentMeta(
  { content, publishedAt }: Pick<Publication, 'content' | 'publishedAt'>,
  baseUrl: string,
): MetaLabel[] {
  const { organization, title, year } = content
  return Object.entries({
    SiteName: organization.name,
    SiteDomain: new URL(baseUrl).host,
    ColumnName: columnName,
    ColumnType: '政府信息公开',
    ArticleTitle: title,
    PubDate: minuteInChina(publishedAt),
    ContentSource: organization.name,
    Keywords: `${organization.name},政府信息公开,年度报告,${year}年`,
    Description: descriptionOf(content),
  }).map(([name, content]) => ({ name, content }))
}

/** The first words of the report; without any, what it is. */
function descriptionOf({ preamble, title }: Publication['content']): string {
  const words = preamble.replace(/\s+/g, ' ').trim() || title
  const letters = [...words]
  return letters.length > longestDescription
    ? `${letters.slice(0, longestDescription - 1).join('')}…`
    : words
}

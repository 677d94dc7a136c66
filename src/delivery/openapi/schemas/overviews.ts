import type { Schema } from '../types.ts'
import { published } from './report.ts'
import { address, instant, listOf, object, orNull, ref, text, whole } from './shapes.ts'

/** Lists, series and feeds. */

/** A page of a list, in Payload's shape. */
export const pageOf = (items: Schema): Schema =>
  object({
    docs: listOf(items),
    totalDocs: whole('总数'),
    limit: whole('每页的数量'),
    page: whole('第几页，从 1 起'),
    totalPages: whole('总页数'),
    hasNextPage: { type: 'boolean' },
    hasPrevPage: { type: 'boolean' },
    nextPage: orNull(whole()),
    prevPage: orNull(whole()),
  })

const metric = {
  metric: text('指标，如 applications.received.total'),
  label: text('中文名称'),
  unit: orNull(text('单位')),
}

const point = object(
  {
    year: whole('报告年度'),
    value: { type: ['number', 'null'], description: '数值；没有时为 null' },
    reason: text('没有数值的原因'),
    format: text(),
    revision: published.revision,
    digest: published.digest,
    url: published.url,
  },
  ['reason'],
)

const jsonFeedItem = object({
  id: address('这次修订的地址'),
  url: address('网站上的页面'),
  title: text(),
  content_text: text(),
  date_published: instant('发布时间'),
  date_modified: instant('发布时间'),
  authors: listOf(object({ name: text() })),
  attachments: listOf(object({ url: address('接口地址'), mime_type: text() })),
})

export const overviewSchemas = {
  Series: object({
    organization: ref('Organization'),
    ...metric,
    points: listOf(point, '按年度从早到晚；没有已发布报告的年度不在其中'),
  }),
  ManySeries: object({ series: listOf(ref('Series'), '每个机关、每项指标一条') }),
  Metrics: object({ docs: listOf(object({ ...metric, formats: listOf(text()) })) }),
  PublicOrganization: object({
    slug: text(),
    name: text(),
    region: orNull(text()),
    parent: orNull(text('上级机关的 slug')),
    years: listOf(whole(), '有现行报告的年度，从新到旧'),
  }),
  JsonFeed: object({
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: text(),
    home_page_url: address('网站'),
    feed_url: address('本订阅'),
    language: { const: 'zh-CN' },
    items: listOf(jsonFeedItem),
  }),
  Status: object({ status: text() }),
} satisfies Record<string, Schema>

import { formats, tableKeys } from '../../../formats/index.ts'
import type { Schema } from '../types.ts'
import {
  address,
  instant,
  listOf,
  mapOf,
  object,
  oneOf,
  orNull,
  ref,
  text,
  whole,
} from './shapes.ts'

/** The report and its parts. */

const day = (description: string): Schema => ({ type: 'string', format: 'date', description })

const organization = object({
  slug: text('机关的网址标识'),
  name: text('机关全称'),
  region: orNull(text('行政区划')),
})

const namedOrganization = object({ slug: text(), name: text() })

const format = oneOf(
  formats.map(({ key }) => key),
  '报告格式',
)

export const digest: Schema = {
  type: 'string',
  pattern: '^[0-9a-f]{64}$',
  description: '内容摘要值：规范 JSON（RFC 8785）的 SHA-256',
}

/** What stands at the head of everything that is published. */
export const published = {
  publishedAt: instant('发布时间'),
  revision: { type: 'integer', minimum: 1, description: '修订号，从 1 起' },
  digest,
  url: address('报告的地址，始终指向最新修订'),
} satisfies Record<string, Schema>

export const summary = {
  organization: ref('Organization'),
  year: whole('报告年度'),
  format,
  title: text('标题'),
  ...published,
}

const tableColumns = listOf(
  object(
    {
      key: text(),
      label: text(),
      group: text('合并的上级表头'),
      type: oneOf(['count', 'signed', 'money']),
      unit: text(),
    },
    ['group', 'unit'],
  ),
)

const tableRows = listOf(
  object({ key: text(), labels: listOf(text()), cells: ref('Cells') }),
  '按格式的次序',
)

const channel = {
  slug: text(),
  name: text(),
  kind: text('渠道类别，如 website、wechat'),
}

const channelOfReport = object({ ...channel, account: orNull(text()), url: orNull(text()) })

const acknowledged = object({
  rule: text('勾稽规则'),
  message: text(),
  cells: listOf(object({ table: text(), row: text(), column: text() })),
  expected: { type: ['number', 'null'] },
  actual: { type: ['number', 'null'] },
  acknowledged: object({ at: text('时间'), reason: text('说明') }),
})

const image = object({ name: text(), alt: text(), width: whole(), height: whole() })

const content = {
  organization: ref('Organization'),
  year: whole('报告年度'),
  format,
  title: text('标题'),
  period: object({ from: day('起'), to: day('止') }),
  contact: object({
    office: orNull(text()),
    phone: orNull(text()),
    address: orNull(text()),
    email: orNull(text()),
  }),
  preamble: text('正文之前的话'),
  signature: object({ name: text(), date: orNull(day('落款日期')) }),
  sections: listOf(ref('Section'), '六个部分，次序固定'),
  images: listOf(image, '正文中的图片'),
  tables: mapOf(ref('Table'), `按表：${tableKeys.join('、')}`),
  disclosureFigures: object({
    total: orNull(whole('主动公开总数')),
    channels: listOf(object({ channel: object(channel), count: whole() })),
  }),
  channels: listOf(channelOfReport, '公开渠道'),
  reconciliation: object({
    status: text('勾稽状态'),
    checked: whole('核对的勾稽关系数'),
    acknowledged: listOf(acknowledged, '已说明的提示'),
  }),
}

const section = object(
  {
    key: text(),
    heading: text(),
    html: text('没有样式和脚本的 HTML'),
    text: text('纯文本'),
    children: listOf(ref('Section')),
    table: oneOf(tableKeys, '这一部分的表'),
  },
  ['table'],
)

/** Every address of a report by what it leads to; more come with further forms. */
const links: Schema = {
  type: 'object',
  description: '这份报告的各种形式的地址',
  required: ['self', 'revisions'],
  additionalProperties: true,
}

export const reportSchemas = {
  Organization: organization,
  OrganizationName: namedOrganization,
  Cells: mapOf({ type: ['number', 'null'] }, '按列；null 是未填，与 0 不同'),
  Section: section,
  Table: object({ columns: tableColumns, rows: tableRows }),
  ReportSummary: object(
    {
      ...summary,
      excerpt: text('有 q 时：命中处前后的文字'),
      excerptHits: listOf(
        { type: 'array', items: { type: 'integer', minimum: 0 }, minItems: 2, maxItems: 2 },
        '命中的词在 excerpt 中的起止位置（UTF-16）',
      ),
    },
    ['excerpt', 'excerptHits'],
  ),
  Report: object({ ...content, ...published, links }, ['images']),
  OneTable: object({
    organization: ref('Organization'),
    year: whole('报告年度'),
    format,
    table: oneOf(tableKeys),
    label: text(),
    ...published,
    columns: tableColumns,
    rows: tableRows,
  }),
  Revision: object({
    revision: whole('修订号'),
    digest,
    publishedAt: instant('发布时间'),
    correctionReason: orNull(text('更正原因')),
    state: oneOf(['current', 'superseded'], 'current 为现行，superseded 为已被更正'),
    url: address('这次修订的地址'),
  }),
} satisfies Record<string, Schema>

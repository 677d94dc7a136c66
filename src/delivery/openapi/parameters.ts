import { tableKeys } from '../../formats/index.ts'
import type { Parameter, Schema } from './types.ts'

/** The parameters, each with a value that leads somewhere in the sample data. */

const inPath = (
  name: string,
  description: string,
  schema: Schema,
  example: string | number,
): Parameter => ({ name, in: 'path', required: true, description, schema, example })

const inQuery = (
  name: string,
  description: string,
  schema: Schema,
  example?: string | number,
): Parameter => ({
  ...{ name, in: 'query', description, schema },
  ...(example === undefined ? {} : { example }),
})

const text: Schema = { type: 'string', maxLength: 100 }

const years: Schema = { type: 'integer', minimum: 1900, maximum: 2099 }

export const organization = inPath('organization', '机关的网址标识（slug）', text, 'yingqiu')
export const year = inPath('year', '报告年度', years, 2020)
export const ofReport = [organization, year]
export const table = inPath('table', '哪张表', { type: 'string', enum: tableKeys }, 'applications')
export const revision = inPath('number', '修订号', { type: 'integer', minimum: 1 }, 1)
export const image = inPath(
  'name',
  '图片名',
  { type: 'string', pattern: '^[0-9a-f]{64}\\.(png|jpg)$' },
  `${'0'.repeat(64)}.png`,
)
export const channel = inPath('channel', '渠道的 slug', text, 'yingqiu-wechat')
export const article = inPath('id', '发布版本', { type: 'string', maxLength: 64 }, 'id')
export const file = inPath('number', '第几个文件，从 1 起', { type: 'integer', minimum: 1 }, 1)

const limit = inQuery('limit', '每页的数量', {
  type: 'integer',
  minimum: 1,
  maximum: 100,
  default: 20,
})
export const page = [inQuery('page', '第几页', { type: 'integer', minimum: 1, default: 1 }), limit]

export const filters = [
  inQuery('organization', '机关的 slug', text),
  inQuery('region', '行政区划，须完全相同', text),
  inQuery('year', '报告年度', years),
  inQuery(
    'q',
    '要找的词，以空格分开，最多五个；每个词都须出现在标题、机关或正文中，任何位置均可；拉丁字母和数字不分大小写、全角半角',
    text,
    '公开',
  ),
]

export const organizationOnly = inQuery('organization', '机关的 slug；不给则为所有机关', text)

export const wechat = [
  inQuery('format', '给程序还是给人看', {
    type: 'string',
    enum: ['json', 'html'],
    default: 'json',
  }),
  inQuery('form', '宽表的形式；不给则按渠道的设置', { type: 'string', enum: ['grid', 'phone'] }),
  inQuery('channel', '渠道的 slug', text),
  inQuery('stage', '审核通过、尚未发布的稿件，须有密钥', { type: 'string', enum: ['cleared'] }),
]

export const since = [
  inQuery('since', '上次返回的 next；第一次可不给，或给日期、时间', text),
  limit,
]

const several = (name: string, description: string, most: number, example: string): Parameter => ({
  ...inQuery(name, description, {
    type: 'array',
    items: { type: 'string' },
    minItems: 1,
    maxItems: most,
  }),
  required: true,
  example,
  style: 'form',
  explode: false,
})

export const series = [
  several('organization', '机关的 slug，最多 10 个，以逗号分开', 10, 'yingqiu'),
  several('metric', '指标，最多 30 个，以逗号分开', 30, 'applications.received.total'),
]

import { ofReport, filters, image, page, revision, table, wechat } from '../parameters.ts'
import { json, problems, represented } from '../responses.ts'
import { pageOf } from '../schemas/overviews.ts'
import { ref } from '../schemas/shapes.ts'
import type { Operation, Paths } from '../types.ts'

const tags = ['年度报告']

const report = (operationId: string, summary: string): Operation => ({
  operationId,
  tags,
  summary,
  description:
    '最新修订的全部内容。去掉 publishedAt、revision、digest、url、links 五项后的规范 JSON 的 SHA-256 即为 digest。',
  parameters: ofReport,
  responses: json(ref('Report'), '报告', 400, 404, 410),
})

const article = represented('application/json', ref('Article'), '文章', 400, 401, 403, 404, 410)

export const reportPaths: Paths = {
  '/v1/reports': {
    get: {
      operationId: 'listReports',
      tags,
      summary: '已发布的年度报告，从新到旧',
      parameters: [...filters, ...page],
      responses: json(pageOf(ref('ReportSummary')), '一页报告', 400, 503),
    },
  },
  '/v1/reports/{organization}/{year}': { get: report('getReport', '一份年度报告') },
  '/v1/reports/{organization}/{year}.json': {
    get: report('getReportJson', '一份年度报告，以文件名为地址'),
  },
  '/v1/reports/{organization}/{year}/tables/{table}.json': {
    get: {
      operationId: 'getTableJson',
      tags,
      summary: '一张表，JSON',
      parameters: [...ofReport, table],
      responses: json(ref('OneTable'), '表', 400, 404, 410),
    },
  },
  '/v1/reports/{organization}/{year}/tables/{table}.csv': {
    get: {
      operationId: 'getTableCsv',
      tags,
      summary: '一张表，CSV（带 BOM，可直接用 Excel 打开）',
      parameters: [...ofReport, table],
      responses: represented('text/csv', { type: 'string' }, '表', 400, 404, 410),
    },
  },
  '/v1/reports/{organization}/{year}/revisions': {
    get: {
      operationId: 'listRevisions',
      tags,
      summary: '历次发布的修订，从新到旧',
      parameters: ofReport,
      responses: json(pageOf(ref('Revision')), '修订', 400, 404, 410),
    },
  },
  '/v1/reports/{organization}/{year}/revisions/{number}': {
    get: {
      operationId: 'getRevision',
      tags,
      summary: '某次修订的全部内容',
      parameters: [...ofReport, revision],
      responses: json(ref('Report'), '报告', 400, 404, 410),
    },
  },
  '/v1/reports/{organization}/{year}/images/{name}': {
    get: {
      operationId: 'getImage',
      tags,
      summary: '报告中的图片',
      parameters: [...ofReport, image],
      responses: {
        ...represented('image/png', { type: 'string', format: 'binary' }, '图片', 400, 404, 410),
      },
    },
  },
  '/v1/reports/{organization}/{year}/wechat': {
    get: {
      operationId: 'getArticle',
      tags: ['公众号'],
      summary: '报告的公众号文章',
      parameters: [...ofReport, ...wechat],
      responses: {
        ...article,
        200: {
          ...article[200],
          content: { ...article[200].content, 'text/html': { schema: { type: 'string' } } },
        },
        ...problems(400, 401, 403, 404, 410),
      },
      security: [{}, { apiKey: [] }],
    },
  },
}

import { file, organizationOnly, page, series } from '../parameters.ts'
import { json, represented } from '../responses.ts'
import { pageOf } from '../schemas/overviews.ts'
import { ref } from '../schemas/shapes.ts'
import type { Paths } from '../types.ts'

const text = { type: 'string' }

export const overviewPaths: Paths = {
  '/v1/organizations': {
    get: {
      operationId: 'listOrganizations',
      tags: ['机关与数据'],
      summary: '机关及其有报告的年度',
      parameters: page,
      responses: json(pageOf(ref('PublicOrganization')), '一页机关', 400),
    },
  },
  '/v1/series': {
    get: {
      operationId: 'getSeries',
      tags: ['机关与数据'],
      summary: '一项指标的历年数据',
      description:
        '跨各年的报告格式。一个机关、一项指标时就是一条；几个机关或几项指标时在 series 中，每个组合一条。',
      parameters: series,
      responses: json(
        { anyOf: [ref('Series'), ref('ManySeries')] },
        '历年数据；某年的格式没有这项指标时 value 为 null，并有 reason',
        400,
        404,
      ),
    },
  },
  '/v1/series/metrics': {
    get: {
      operationId: 'listMetrics',
      tags: ['机关与数据'],
      summary: '全部指标',
      description: '另有各渠道的公开数量：disclosureFigures.channels.<渠道的 slug>。',
      responses: json(ref('Metrics'), '指标'),
    },
  },
  '/v1/feed.atom': {
    get: {
      operationId: 'getAtomFeed',
      tags: ['订阅'],
      summary: '新发布和更正的报告，Atom',
      parameters: [organizationOnly],
      responses: represented('application/atom+xml', text, '最新的五十份', 400, 404),
    },
  },
  '/v1/feed.json': {
    get: {
      operationId: 'getJsonFeed',
      tags: ['订阅'],
      summary: '新发布和更正的报告，JSON Feed 1.1',
      parameters: [organizationOnly],
      responses: represented('application/feed+json', ref('JsonFeed'), '最新的五十份', 400, 404),
    },
  },
  '/sitemap.xml': {
    get: {
      operationId: 'getSitemap',
      tags: ['订阅'],
      summary: '站点地图；超过五万个页面时是其目录',
      responses: represented('application/xml', text, '站点地图'),
    },
  },
  '/sitemap-{number}.xml': {
    get: {
      operationId: 'getSitemapFile',
      tags: ['订阅'],
      summary: '站点地图的一个文件',
      parameters: [file],
      responses: represented('application/xml', text, '站点地图', 404),
    },
  },
  '/robots.txt': {
    get: {
      operationId: 'getRobots',
      tags: ['订阅'],
      summary: '给搜索引擎的说明',
      responses: represented('text/plain', text, '说明'),
    },
  },
}

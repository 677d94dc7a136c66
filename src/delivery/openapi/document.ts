import { channelPaths } from './paths/channels.ts'
import { documentPaths, metricsPaths } from './paths/documents.ts'
import { operationPaths } from './paths/operations.ts'
import { overviewPaths } from './paths/overviews.ts'
import { reportPaths } from './paths/reports.ts'
import { problemResponses } from './responses.ts'
import { articleSchemas } from './schemas/articles.ts'
import { overviewSchemas } from './schemas/overviews.ts'
import { problemSchema } from './schemas/problem.ts'
import { reportSchemas } from './schemas/report.ts'
import type { Document, Paths } from './types.ts'

/**
 * Every address, in the order of the docs. A test refuses a route that is not here and an operation
 * that has no route: whoever adds a route file adds its paths here.
 */
const paths: Paths = {
  ...reportPaths,
  ...documentPaths,
  ...overviewPaths,
  ...channelPaths,
  ...operationPaths,
  ...metricsPaths,
}

const description = `政府信息公开工作年度报告的公开接口。只读，不需要密钥；没有发布的内容在这里不存在。

- 已发布的内容都有强 ETag 和 Last-Modified；带 If-None-Match 或 If-Modified-Since 的请求，没有变化时答 304。支持 HEAD、gzip 和 Brotli，任何网站都可以跨域读取。
- 报告每次使用前须向服务器核对（max-age=0），更正和撤回立即可见；列表最多可缓存 5 秒。
- 错误是 application/problem+json（RFC 9457），detail 为中文说明。
- 未知的查询参数会被忽略；已知的参数有误时答 400。`

/** @param baseUrl the public address of the site */
export const openApiDocument = (baseUrl: string): Document => ({
  openapi: '3.1.0',
  info: {
    title: '政府信息公开工作年度报告 公开接口',
    version: '1',
    description,
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: baseUrl, description: '本站' }],
  tags: [
    { name: '年度报告', description: '已发布的报告及其各种形式' },
    { name: '机关与数据', description: '机关，以及历年的数据' },
    { name: '订阅', description: '给阅读器和搜索引擎' },
    { name: '公众号', description: '给公众号的编辑和程序' },
    { name: '说明', description: '关于本接口' },
    { name: '运行', description: '给运行维护人员' },
  ],
  paths,
  components: {
    schemas: { ...reportSchemas, ...overviewSchemas, ...articleSchemas, Problem: problemSchema },
    responses: problemResponses,
    securitySchemes: {
      apiKey: {
        type: 'apiKey',
        in: 'header',
        name: 'Authorization',
        description: '“api-clients API-Key <密钥>”；密钥由管理员在后台的接口客户端中生成',
      },
    },
  },
})

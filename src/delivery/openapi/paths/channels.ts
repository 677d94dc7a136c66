import { article, channel, page, since } from '../parameters.ts'
import { json, plain, problems } from '../responses.ts'
import { pageOf } from '../schemas/overviews.ts'
import { ref } from '../schemas/shapes.ts'
import type { Paths } from '../types.ts'

const tags = ['公众号']

export const channelPaths: Paths = {
  '/v1/channels': {
    get: {
      operationId: 'listChannels',
      tags,
      summary: '公开渠道',
      parameters: page,
      responses: json(pageOf(ref('Channel')), '一页渠道', 400),
    },
  },
  '/v1/channels/{channel}/articles': {
    get: {
      operationId: 'listChannelArticles',
      tags,
      summary: '一个渠道新发布、更正和撤回的文章',
      description: '记住 next，下次作为 since：不会遗漏，也不会重复。',
      parameters: [channel, ...since],
      responses: json(ref('ChannelArticles'), '文章', 400, 404),
    },
  },
  '/v1/articles/{id}': {
    get: {
      operationId: 'getArticleState',
      tags,
      summary: '一篇文章的现状和回执',
      parameters: [article],
      responses: json(ref('ArticleState'), '现状', 400, 404),
    },
  },
  '/v1/articles/{id}/receipts': {
    post: {
      operationId: 'recordReceipt',
      tags,
      summary: '登记文章在公众号的链接，或登记已删除',
      parameters: [article],
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: ref('ReceiptInput'),
            example: { link: 'https://mp.weixin.qq.com/s/AbCdEf' },
          },
        },
      },
      responses: {
        200: plain('application/json', ref('Receipt'), '已经登记过'),
        201: plain('application/json', ref('Receipt'), '已登记'),
        ...problems(400, 401, 403, 404, 413),
      },
      security: [{ apiKey: [] }],
    },
  },
}

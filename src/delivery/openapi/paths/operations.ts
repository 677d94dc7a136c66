import { json, plain, problems, represented } from '../responses.ts'
import { ref } from '../schemas/shapes.ts'
import type { Paths } from '../types.ts'

/** For whoever runs it, and for whoever reads about it. */
export const operationPaths: Paths = {
  '/v1/openapi.json': {
    get: {
      operationId: 'getOpenApi',
      tags: ['说明'],
      summary: '本文档，OpenAPI 3.1',
      responses: json({ type: 'object' }, '文档'),
    },
  },
  '/v1/docs': {
    get: {
      operationId: 'getDocs',
      tags: ['说明'],
      summary: '供人阅读的接口说明',
      responses: represented('text/html', { type: 'string' }, '页面'),
    },
  },
  '/healthz': {
    get: {
      operationId: 'getHealth',
      tags: ['运行'],
      summary: '进程是否活着',
      responses: { 200: plain('application/json', ref('Status'), '活着'), ...problems() },
    },
  },
  '/readyz': {
    get: {
      operationId: 'getReadiness',
      tags: ['运行'],
      summary: '能否提供服务',
      responses: { 200: plain('application/json', ref('Status'), '可以'), ...problems(503) },
    },
  },
}

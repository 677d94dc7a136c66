import type { Response, Schema } from './types.ts'

/** What comes back, by what was asked for. */

const text: Schema = { schema: { type: 'string' } }

const headersOfAll = {
  'Access-Control-Allow-Origin': { description: '任何网站都可读取', ...text },
  'Cache-Control': { description: '可以缓存多久', ...text },
} satisfies Record<string, Schema>

const validators = {
  ETag: { description: '强校验值，每种压缩各一个', ...text },
  'Last-Modified': { description: '最后修改时间', ...text },
  Vary: { description: 'Accept-Encoding', ...text },
} satisfies Record<string, Schema>

const refused: Readonly<Record<number, string>> = {
  400: '参数或地址有误',
  401: '没有有效的密钥',
  403: '密钥没有这个权限',
  404: '没有，或者没有发布',
  410: '已撤回',
  413: '请求正文太大',
  503: '暂时不可用',
}

export const problemResponses: Readonly<Record<string, Response>> = {
  ...Object.fromEntries(
    Object.entries(refused).map(([status, description]) => [
      `Problem${status}`,
      problem(description),
    ]),
  ),
  Problem: problem(
    '其他错误：405 请求方法、414 地址太长、429 请求过于频繁、500 服务器错误、503 数据库暂时连不上',
  ),
  NotModified: { description: '手里的仍是最新的', headers: { ...headersOfAll, ...validators } },
}

function problem(description: string): Response {
  return {
    description,
    headers: headersOfAll,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  }
}

const at = (name: string) => ({ $ref: `#/components/responses/${name}` })

/** @param statuses of the problems that it may come to, beside those that anything may come to */
export const problems = (...statuses: number[]) => ({
  ...Object.fromEntries(statuses.map((status) => [String(status), at(`Problem${status}`)])),
  default: at('Problem'),
})

/**
 * Of a representation that may be revalidated.
 * @param type media type without its parameters
 * @param statuses of the problems that it may come to
 */
export const represented = (
  type: string,
  schema: Schema,
  description: string,
  ...statuses: number[]
) => ({
  200: {
    description,
    headers: { ...headersOfAll, ...validators },
    content: { [type]: { schema } },
  },
  304: at('NotModified'),
  ...problems(...statuses),
})

export const json = (schema: Schema, description: string, ...statuses: number[]) =>
  represented('application/json', schema, description, ...statuses)

/** Of what is made for this request alone. */
export const plain = (type: string, schema: Schema, description: string): Response => ({
  description,
  headers: { 'Cache-Control': headersOfAll['Cache-Control'] },
  content: { [type]: { schema } },
})

import type { ErrorRequestHandler, RequestHandler } from 'express'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { openHeaders } from './Representation.ts'

/** An error that the reader is told of, as `application/problem+json` (RFC 9457). */
export class Problem extends Error {
  readonly status: number
  /** Further members of the body, such as the parameter that was wrong. */
  readonly members: Readonly<Record<string, unknown>>
  readonly headers: Readonly<Record<string, string>>

  constructor(
    status: number,
    /** Chinese. */
    detail: string,
    { members = {}, headers = {} }: Partial<Pick<Problem, 'members' | 'headers'>> = {},
  ) {
    super(detail)
    this.status = status
    this.members = members
    this.headers = headers
  }
}

/** For reports that do not exist and reports that are not published: outside they are the same. */
export const notPublished = (): Problem => new Problem(404, '没有已发布的这份年度报告。')

/** While the database is away: what is not in memory cannot be told, but it will be. */
export const unavailable = (): Problem =>
  new Problem(503, '数据库暂时无法访问，请稍后再试。', { headers: { 'Retry-After': '5' } })

export const noSuchImage = (): Problem => new Problem(404, '这份年度报告没有这张图片。')

export const noSuchArticle = (): Problem => new Problem(404, '没有这篇文章。')

export const searchBusy = (): Problem =>
  new Problem(503, '搜索的人太多，请稍后再试。', { headers: { 'Retry-After': '5' } })

/** A body that could not be read. */
export function jsonProblem(error: unknown): Problem {
  const { status } = error as { status?: number }
  if (status === 413) return new Problem(413, '请求正文太大。')
  return new Problem(400, '请求正文不是有效的 JSON。')
}

/** Turns a refusal of the desk into a problem; what is none is thrown on. */
export function refusal(error: unknown): never {
  const { status, message } = error as { status?: unknown; message?: unknown }
  if (typeof status !== 'number' || status >= 500 || typeof message !== 'string') throw error
  const headers = status === 401 ? { 'WWW-Authenticate': 'api-clients' } : undefined
  throw new Problem(status, message, headers ? { headers } : {})
}

export function withdrawn(at: string | undefined): Problem {
  const when = at ? `已于 ${at.slice(0, 10)} ` : '已'
  return new Problem(410, `这份年度报告${when}撤回。`, at ? { members: { withdrawnAt: at } } : {})
}

export const badParameter = (parameter: string, expected: string): Problem =>
  new Problem(400, `参数 ${parameter} 有误：${expected}。`, { members: { parameter } })

export const notFound: RequestHandler = () => {
  throw new Problem(404, '没有这个地址。')
}

const titles: Readonly<Record<number, string>> = {
  400: '请求有误',
  401: '需要接口密钥',
  403: '没有权限',
  404: '未找到',
  405: '不支持这种请求方法',
  410: '已撤回',
  413: '请求正文太大',
  414: '地址太长',
  429: '请求过于频繁',
  500: '服务器内部错误',
  503: '暂时不可用',
}

/**
 * Turns every error into a problem. What is not the reader's doing is logged and not told.
 * @param log gets the error behind a 5xx
 */
export function problemHandler(log: (error: unknown) => void): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) return next(error)
    const problem = problemOf(error)
    // What is not available now was logged where it was noticed.
    if (problem.status >= 500 && problem !== error) log(error)
    sendProblem(req, res, problem)
  }
}

/** Answers with the problem. */
export function sendProblem(
  req: IncomingMessage & { originalUrl?: string },
  res: ServerResponse,
  problem: Problem,
): void {
  const body = JSON.stringify({
    type: 'about:blank',
    title: titles[problem.status] ?? '请求未能完成',
    status: problem.status,
    detail: problem.message,
    instance: (req.originalUrl ?? req.url ?? '').slice(0, 500),
    ...problem.members,
  })
  res.writeHead(problem.status, {
    ...openHeaders,
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    ...problem.headers,
  })
  res.end(body)
}

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (error instanceof URIError) return new Problem(400, '地址中的百分号编码有误。')
  return new Problem(500, '服务器处理请求时出错，请稍后再试。')
}

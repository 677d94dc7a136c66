import type { RequestHandler } from 'express'
import { Problem } from './problem.ts'

const reads = 'GET, HEAD, OPTIONS'

/** The one thing that is said from outside: see routes/articles.ts. */
const receipts = /^\/v1\/articles\/[^/]+\/receipts\/?$/i

const says = 'POST, OPTIONS'

const ours = /^\/(?:(?:v1|healthz|readyz|metrics)(?:\/|$)|(?:sitemap(?:-\d+)?\.xml|robots\.txt)$)/i

/** What many proxies let through, and more than any question needs. */
const longest = 8000

/** What is longer was never given out by us, and is kept out of every cache and log. */
export const refuseLong: RequestHandler = (req, _res, next) => {
  if (req.originalUrl.length > longest && ours.test(req.path)) {
    throw new Problem(414, `地址太长，最多 ${longest} 个字符。`)
  }
  next()
}

/** Lets reads and receipts pass, answers what browsers ask before they read (CORS), refuses the rest with 405. */
export const readOnly: RequestHandler = (req, res, next) => {
  if (!ours.test(req.path)) return next()
  const saysSomething = receipts.test(req.path)
  const allowed = saysSomething ? says : reads
  if (req.method === 'OPTIONS') {
    res.writeHead(204, {
      Allow: allowed,
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': allowed,
      'Access-Control-Allow-Headers': '*',
      'Access-Control-Max-Age': '86400',
    })
    return res.end()
  }
  if (saysSomething ? req.method === 'POST' : ['GET', 'HEAD'].includes(req.method)) return next()
  const detail = saysSomething
    ? '这里只能登记，请使用 POST。'
    : '这里只能读取，请使用 GET 或 HEAD。'
  throw new Problem(405, detail, { headers: { Allow: allowed } })
}

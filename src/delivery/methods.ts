import type { RequestHandler } from 'express'
import { Problem } from './problem.ts'

const allowed = 'GET, HEAD, OPTIONS'

/** The one thing that is said from outside: see routes/articles.ts. */
const receipts = /^\/v1\/articles\/[^/]+\/receipts\/?$/i

const ours = /^\/(?:v1|healthz|readyz|metrics)(?:\/|$)/i

/** Lets reads and receipts pass, answers what browsers ask before they read (CORS), refuses the rest with 405. */
export const readOnly: RequestHandler = (req, res, next) => {
  if (req.method === 'GET' || req.method === 'HEAD' || !ours.test(req.path)) return next()
  if (req.method === 'POST' && receipts.test(req.path)) return next()
  if (req.method !== 'OPTIONS') {
    throw new Problem(405, '这里只能读取，请使用 GET 或 HEAD。', { headers: { Allow: allowed } })
  }
  res.writeHead(204, {
    Allow: allowed,
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': allowed,
    'Access-Control-Allow-Headers': '*',
    'Access-Control-Max-Age': '86400',
  })
  res.end()
}

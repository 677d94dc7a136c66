import type { IncomingMessage, ServerResponse } from 'node:http'
import { LRUCache } from 'lru-cache'
import { Problem, sendProblem } from '../delivery/problem.ts'
import { clientAddress, clientOf, type Trust } from './clientAddress.ts'

const windowMs = 60_000

/** What is known of clients never grows beyond this; the usual libraries keep a timer for each. */
const mostClients = 100_000

/**
 * The public API, and the website's search, which asks it in the reader's stead; an address in
 * absolute form may be one too. Health and the admin are not limited.
 */
const isLimited = (url: string): boolean => /^(?:\/(?:v1|search)(?:[/?]|$)|[^/])/i.test(url)

/**
 * Refuses with 429 who asks for more than so many answers a minute.
 * @returns whether a request was refused, and answered so
 */
export function rateLimit(
  perMinute: number,
  trust: Trust,
): (req: IncomingMessage, res: ServerResponse) => boolean {
  const clients = new LRUCache<string, { requests: number }>({ max: mostClients, ttl: windowMs })
  return (req, res) => {
    if (!isLimited(req.url ?? '')) return false
    const client = clientOf(clientAddress(req, trust))
    if (client === undefined) return false
    const known = clients.get(client)
    if (!known) clients.set(client, { requests: 1 })
    else if (known.requests >= perMinute) {
      refuse(req, res, clients.getRemainingTTL(client))
      return true
    } else known.requests += 1
    return false
  }
}

const words = '请求过于频繁，请稍后再试。'

function refuse(req: IncomingMessage, res: ServerResponse, leftMs: number): void {
  const headers = { 'Retry-After': String(Math.max(1, Math.ceil(leftMs / 1000))) }
  if (/^\/search/i.test(req.url ?? '')) {
    res.writeHead(429, { ...headers, ...pageHeaders })
    res.end(page)
  } else sendProblem(req, res, new Problem(429, words, { headers }))
}

/** Of the website, and for a person. */
const page = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>请求过于频繁</title>
<p>${words}</p>
</html>
`
const pageHeaders = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'",
  'X-Content-Type-Options': 'nosniff',
}

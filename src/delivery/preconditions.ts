import type { IncomingHttpHeaders } from 'node:http'

export interface Validators {
  etag: string
  /** Milliseconds, whole seconds. */
  lastModified: number
}

/**
 * Whether the client already holds this representation (RFC 9110, 13.1.2 and 13.1.3).
 *
 * Express's `req.fresh` would say no whenever the request carries `Cache-Control: no-cache`. But
 * `fetch` adds that by itself to every request with an explicit `If-None-Match`, so pollers that
 * do the right thing would get the full body every time. The origin has nothing staler to give.
 */
export function isNotModified(headers: IncomingHttpHeaders, validators: Validators): boolean {
  const noneMatch = headers['if-none-match']
  if (noneMatch !== undefined) return matches(noneMatch, validators.etag)
  const since = headers['if-modified-since']
  return since !== undefined && validators.lastModified <= Date.parse(since)
}

/** Weak comparison, as RFC 9110 wants it here. */
function matches(noneMatch: string, etag: string): boolean {
  if (noneMatch === etag || noneMatch.trim() === '*') return true
  return noneMatch.match(/"[^"]*"/g)?.some((tag) => tag === etag) ?? false
}

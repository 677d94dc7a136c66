import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { ReportContent } from './types.ts'

/**
 * The one spelling of a content: keys sorted, no white space, members that are `undefined` left
 * out (RFC 8785, JSON Canonicalization Scheme).
 * @throws {Error} when the content holds what JSON cannot: NaN, Infinity, half a surrogate pair
 */
export function canonicalJson(content: ReportContent): string {
  const json = canonicalize(content)
  if (json === undefined) throw new TypeError('内容不是 JSON 对象')
  return json
}

/**
 * The digest (内容摘要值) that a publication and a clearance are bound to.
 * @returns SHA-256 over the UTF-8 bytes of the canonical JSON, as 64 hex digits
 * @throws {Error} as {@link canonicalJson} does
 */
export const digestOf = (content: ReportContent): string =>
  createHash('sha256').update(canonicalJson(content), 'utf8').digest('hex')

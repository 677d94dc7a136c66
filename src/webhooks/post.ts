import { lookup } from 'node:dns'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { barredAddress, hostOf } from './address.ts'
import { failureWords } from './failureWords.ts'
import { isReachable, type Networks } from './networks.ts'

export interface Posting {
  url: string
  headers: Record<string, string>
  body: string
  /** From the first step to the end of the answer. */
  timeoutMs: number
  /** See `isReachable`. */
  allowed: Networks
}

/** What came of a try. */
export interface Outcome {
  /** Of the answer; `null` when none came. */
  status: number | null
  /** The beginning of the answer. */
  excerpt: string | null
  /** Chinese: what went wrong; `null` when the answer was 2xx. */
  error: string | null
  durationMs: number
}

/** Of an answer no more is read, and no more is kept. */
const readBytes = 4_096
const keptLetters = 500

/** The host has no address that may be reached. */
export class AddressBarred extends Error {
  constructor(host: string) {
    super(barredAddress(host))
    this.name = 'AddressBarred'
  }
}

/** Sends a notice. Redirects are not followed. Whatever goes wrong is told, not thrown. */
export async function post(posting: Posting): Promise<Outcome> {
  const begin = performance.now()
  const outcome = await exchange(posting).then(outcomeOf, (error: unknown) => ({
    status: null,
    excerpt: null,
    error: failureWords(error, posting.timeoutMs),
  }))
  return { ...outcome, durationMs: Math.round(performance.now() - begin) }
}

interface Answer {
  status: number
  text: string
}

function exchange({ url, headers, body, timeoutMs, allowed }: Posting): Promise<Answer> {
  const target = new URL(url)
  const host = hostOf(target)
  return new Promise<Answer>((resolve, reject) => {
    if (isIP(host) && !isReachable(host, allowed)) throw new AddressBarred(host)
    const { request } = target.protocol === 'https:' ? https : http
    const options = {
      method: 'POST',
      agent: false, // a connection of its own, to an address that was looked at
      lookup: lookupWithin(allowed),
      signal: AbortSignal.timeout(timeoutMs),
      headers: { ...headers, 'Content-Length': String(Buffer.byteLength(body)) },
    } as const
    let hasAnswer = false
    request(target, options, (response) => {
      hasAnswer = true
      void answerOf(response).then(resolve)
    })
      // What is cut off after the status came is told by the answer itself.
      .on('error', (error) => hasAnswer || reject(error))
      .end(body)
  })
}

/** Looks at the very addresses that are connected to: a name may give others a moment later. */
const lookupWithin =
  (allowed: Networks): LookupFunction =>
  (host, options, callback) => {
    lookup(host, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, [])
      const addresses = found.filter(({ address }) => isReachable(address, allowed))
      const [first] = addresses
      if (!first) return callback(new AddressBarred(host), [])
      if (options.all) return callback(null, addresses)
      return callback(null, first.address, first.family)
    })
  }

/** The status counts even if the rest is cut off. */
async function answerOf(response: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of response) {
      chunks.push(chunk as Buffer)
      length += (chunk as Buffer).length
      if (length >= readBytes) break
    }
  } catch {
    // What came before is enough.
  }
  const text = Buffer.concat(chunks).subarray(0, readBytes).toString('utf8')
  return { status: response.statusCode ?? 0, text }
}

function outcomeOf({ status, text }: Answer): Omit<Outcome, 'durationMs'> {
  const excerpt = text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '').slice(0, keptLetters)
  return { status, excerpt: excerpt || null, error: statusWords(status) }
}

function statusWords(status: number): string | null {
  if (status >= 200 && status < 300) return null
  if (status >= 300 && status < 400) return `HTTP ${status}：不跟随重定向，请填写最终的网址`
  return `HTTP ${status}`
}

import { LRUCache } from 'lru-cache'
import { ApiAway, ApiProblem } from './errors.ts'

const answerWithinMs = 5000
const keptBytes = 32 * 1024 * 1024

/**
 * What was read last under an address, to be asked about again each time: a withdrawal is seen by
 * the very next reader, and what did not change costs a 304.
 */
const known = new LRUCache<string, { etag: string; value: unknown; size: number }>({
  maxSize: keptBytes,
  sizeCalculation: ({ size }) => size,
})

/**
 * @param url of the API, absolute
 * @returns the body, which is shared and so must not be changed
 * @throws {ApiProblem} when the API refuses
 * @throws {ApiAway} when it does not answer in time, or with an error of its own
 */
export async function readJson(url: string): Promise<unknown> {
  const before = known.get(url)
  const answer = await ask(url, before?.etag)
  if (answer.status === 304 && before) return before.value
  const text = await answer.text().catch(away)
  if (!answer.ok) throw refusal(answer.status, text)
  const value = parsed(text)
  const etag = answer.headers.get('etag')
  if (etag) known.set(url, { etag, value, size: text.length * 2 + 1 })
  return value
}

const ask = (url: string, etag: string | undefined): Promise<Response> =>
  fetch(url, {
    headers: { Accept: 'application/json', ...(etag && { 'If-None-Match': etag }) },
    cache: 'no-store',
    redirect: 'error',
    signal: AbortSignal.timeout(answerWithinMs),
  }).catch(away)

function away(cause: unknown): never {
  throw new ApiAway('公开接口没有应答', { cause })
}

function refusal(status: number, text: string): Error {
  if (status >= 500 || status === 429) return new ApiAway(`公开接口应答 ${status}`)
  const { detail } = parsed(text) as { detail?: unknown }
  return new ApiProblem(status, typeof detail === 'string' ? detail : '没有找到所要的内容。')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) ?? {}
  } catch (cause) {
    return away(cause)
  }
}

import type { CallKind } from './limits.ts'
import { WechatError } from './errors.ts'

export interface Call {
  kind: CallKind
  /** With its query; it may hold a token, so it goes into no message. */
  url: string
  body: string | FormData
  timeoutMs: number
  /** What is struck out of whatever WeChat says. */
  secrets: readonly string[]
}

const longestMessage = 200

/**
 * Makes one call of WeChat.
 * @returns the answer, a JSON object without an error
 * @throws {WechatError} in every other case
 */
export async function call({ kind, url, body, timeoutMs, secrets }: Call) {
  const { status, text } = await exchange(kind, url, body, timeoutMs)
  if (status !== 200) throw WechatError.unanswered(kind, `HTTP ${status}`)
  const answer = objectIn(text)
  if (!answer) throw WechatError.unanswered(kind, '答复不是 JSON')
  const { errcode, errmsg } = answer
  if (typeof errcode === 'number' && errcode !== 0) {
    throw WechatError.refused(
      kind,
      errcode,
      without(secrets, typeof errmsg === 'string' ? errmsg : ''),
    )
  }
  return answer
}

async function exchange(kind: CallKind, url: string, body: string | FormData, timeoutMs: number) {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      // A form tells its type itself, with the boundary between its parts.
      ...(typeof body === 'string' && {
        headers: { 'Content-Type': 'application/json; charset=utf-8' },
      }),
      redirect: 'error', // a token is shown to no other host
      signal: AbortSignal.timeout(timeoutMs),
    })
    return { status: response.status, text: await response.text() }
  } catch (error) {
    throw WechatError.unanswered(kind, whatHappened(error))
  }
}

/** Of a failed fetch only its kind is told: its message may hold the address, and so the token. */
function whatHappened(error: unknown): string {
  const { name, cause } = error as { name?: string; cause?: { code?: unknown } }
  if (name === 'TimeoutError') return '超时'
  const code = cause?.code
  return typeof code === 'string' && /^[A-Z0-9_]+$/.test(code) ? `网络错误 ${code}` : '网络错误'
}

function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}

const without = (secrets: readonly string[], text: string): string =>
  secrets.reduce((rest, secret) => rest.replaceAll(secret, '***'), text).slice(0, longestMessage)

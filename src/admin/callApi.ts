/** An answer of the API that is not a success, in the words meant for the person. */
export class ApiProblem extends Error {
  /** As of the HTTP answer; 0 when there was none. */
  readonly status: number
  /** What came with the API's first error. */
  readonly data: unknown

  constructor(status: number, message: string, data?: unknown) {
    super(message)
    this.name = 'ApiProblem'
    this.status = status
    this.data = data
  }
}

/**
 * Calls the API of the same origin with the session's cookie.
 * @returns the JSON of a successful answer
 * @throws {ApiProblem} with the message of the API's first error, always in Chinese
 */
export async function callApi<T>(path: string, init?: RequestInit): Promise<T> {
  let response: Response
  try {
    response = await fetch(path, { credentials: 'include', ...init })
  } catch {
    throw new ApiProblem(0, '连接不上服务器，请检查网络后再试')
  }
  const body: unknown = await response.json().catch(() => undefined)
  if (!response.ok) {
    const { message, data } = firstError(body)
    throw new ApiProblem(
      response.status,
      message || `服务器没有完成操作（${response.status}），请稍后再试`,
      data,
    )
  }
  return body as T
}

/** As `callApi`, sending JSON. */
export const sendJson = <T>(method: string, path: string, body: unknown): Promise<T> =>
  callApi<T>(path, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })

export const postJson = <T>(path: string, body: unknown): Promise<T> =>
  sendJson<T>('POST', path, body)

/** @returns what to show for anything thrown. */
export const messageOf = (error: unknown): string =>
  error instanceof ApiProblem ? error.message : '出现意外的错误，请刷新页面后再试'

function firstError(body: unknown): { message?: string; data?: unknown } {
  const { errors } = (body ?? {}) as { errors?: unknown }
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined
  const { message, data } = (first ?? {}) as { message?: unknown; data?: unknown }
  return { ...(typeof message === 'string' && { message }), data }
}

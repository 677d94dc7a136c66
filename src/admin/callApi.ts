/** An answer of the API that is not a success, in the words meant for the person. */
class ApiProblem extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.name = 'ApiProblem'
    this.status = status
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
    const message = firstMessage(body) ?? `服务器没有完成操作（${response.status}），请稍后再试`
    throw new ApiProblem(response.status, message)
  }
  return body as T
}

/** As `callApi`, posting JSON. */
export const postJson = <T>(path: string, body: unknown): Promise<T> =>
  callApi<T>(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })

/** @returns what to show for anything thrown. */
export const messageOf = (error: unknown): string =>
  error instanceof ApiProblem ? error.message : '出现意外的错误，请刷新页面后再试'

function firstMessage(body: unknown): string | undefined {
  const { errors } = (body ?? {}) as { errors?: unknown }
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined
  const { message } = (first ?? {}) as { message?: unknown }
  return typeof message === 'string' && message !== '' ? message : undefined
}

import type { SanitizedConfig } from 'payload'
import { answering } from './answering.ts'
import type { Booted } from './boot.ts'
import { password, type Office, type PersonKey } from './office.ts'

export interface Answer<T = any> {
  status: number
  body: T
}

export interface RestClient {
  as: (person: PersonKey | undefined) => {
    call: <T = any>(
      method: string,
      path: string,
      body?: unknown,
      headers?: Record<string, string>,
    ) => Promise<Answer<T>>
  }
}

/** Calls Payload's REST API as a browser would, without a socket in between. */
export async function restClient({ payload, config }: Booted, office: Office): Promise<RestClient> {
  const tokens = new Map<PersonKey, string>()
  for (const [key, { email }] of Object.entries(office.people)) {
    const { token } = await payload.login({ collection: 'users', data: { email, password } })
    tokens.set(key as PersonKey, token ?? '')
  }
  return {
    as: (person) => ({
      call: (method, path, body, headers) =>
        call(config, method, path, body, {
          ...headers,
          ...(person && { Authorization: `JWT ${tokens.get(person)}` }),
        }),
    }),
  }
}

async function call(
  config: SanitizedConfig,
  method: string,
  path: string,
  body: unknown,
  given: Record<string, string>,
): Promise<Answer> {
  const headers = new Headers(given)
  if (body !== undefined && !(body instanceof FormData)) {
    headers.set('Content-Type', 'application/json')
  }
  const request = new Request(`http://localhost${path}`, {
    method,
    headers,
    body:
      body === undefined
        ? undefined
        : body instanceof FormData || typeof body === 'string'
          ? body
          : JSON.stringify(body),
  })
  const response = await answering(config)(request)
  const text = await response.text()
  return { status: response.status, body: text ? JSON.parse(text) : undefined }
}

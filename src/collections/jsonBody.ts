import { APIError, type PayloadRequest } from 'payload'

/**
 * The request's JSON body.
 * @param allowEmpty an absent body counts as `{}`
 * @throws 400 when it is no JSON object
 */
export async function jsonBody(
  req: PayloadRequest,
  allowEmpty = false,
): Promise<Record<string, unknown>> {
  const text = (await req.text?.()) ?? ''
  if (text.trim() === '' && allowEmpty) return {}
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    throw new APIError('请求正文不是有效的 JSON', 400)
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new APIError('请求正文应为 JSON 对象', 400)
  }
  return body as Record<string, unknown>
}

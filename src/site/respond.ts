import { createHash } from 'node:crypto'
import type { ReactElement } from 'react'
import { ApiAway, ApiProblem } from './api/errors.ts'

/**
 * Whoever keeps a page asks about it each time: it then is withdrawn as soon as the API says so.
 * Pages that list reports may be as old as the API's lists.
 */
export const revalidated = 'public, max-age=0, must-revalidate'
export const brief = 'public, max-age=5'

/** @param pictures where pictures may come from beside this site */
export const policy = (pictures: readonly string[] = []): string =>
  [
    "default-src 'none'",
    "style-src 'self'",
    ["img-src 'self'", ...pictures].join(' '),
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

const headersFor = (
  cacheControl: string,
  pictures?: readonly string[],
): Record<string, string> => ({
  'Cache-Control': cacheControl,
  'Content-Security-Policy': policy(pictures),
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), browsing-topics=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
})

export interface PageAnswer {
  page: ReactElement
  cacheControl: string
  pictures?: readonly string[]
}

/**
 * Answers with a page, with 304 to whoever holds it, or with a page of the problem.
 * @param load reads and composes the page
 * @param problem composes the page for a status and its reason
 */
export async function answer(
  request: Request,
  load: () => Promise<PageAnswer>,
  problem: (status: number, detail: string) => ReactElement,
): Promise<Response> {
  try {
    const { page, cacheControl, pictures } = await load()
    return await whole(request, page, headersFor(cacheControl, pictures))
  } catch (error) {
    const { status, detail } = problemOf(error)
    return refusal(status, problem(status, detail))
  }
}

async function whole(
  request: Request,
  page: ReactElement,
  headers: Record<string, string>,
): Promise<Response> {
  const body = await markup(page)
  // Weak: on its way the page is compressed.
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  if (holds(request, etag)) {
    return new Response(null, { status: 304, headers: { ...headers, ETag: etag } })
  }
  return new Response(body, { headers: { ...headers, ETag: etag, 'Content-Type': htmlType } })
}

const htmlType = 'text/html; charset=utf-8'

const retryAfterSeconds = '10'

const refusal = async (status: number, page: ReactElement): Promise<Response> =>
  new Response(await markup(page), {
    status,
    headers: {
      ...headersFor('no-store'),
      'Content-Type': htmlType,
      ...(status === 503 && { 'Retry-After': retryAfterSeconds }),
    },
  })

/** What is not the reader's doing and not the API's is a fault, to be seen as one. */
function problemOf(error: unknown): { status: number; detail: string } {
  if (error instanceof ApiProblem) return { status: error.status, detail: error.message }
  if (error instanceof ApiAway) {
    return { status: 503, detail: '年度报告的数据暂时读不到，请稍后再试。' }
  }
  throw error
}

/** Imported here, when it is needed: Next refuses the static import in its handlers. */
async function markup(page: ReactElement): Promise<string> {
  const { renderToStaticMarkup } = await import('react-dom/server')
  return `<!doctype html>${renderToStaticMarkup(page)}\n`
}

function holds(request: Request, etag: string): boolean {
  const held = request.headers.get('if-none-match') ?? ''
  return held
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .some((tag) => tag === '*' || `W/${tag}` === etag)
}

import { changed, cookieOf, displayIn, safePath } from './display.ts'
import { displayStyle } from './displayStyle.ts'

/** The style sheet that follows the reader's choice. */
export const serveDisplayStyle = (request: Request): Response =>
  new Response(displayStyle(displayIn(request.headers.get('cookie'))), {
    headers: {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'private, no-cache',
      Vary: 'Cookie',
      'X-Content-Type-Options': 'nosniff',
    },
  })

/** Keeps what was chosen and leads back to the page. */
export async function serveChoice(request: Request): Promise<Response> {
  const form = new URLSearchParams(await beginningOf(request))
  const display = changed(displayIn(request.headers.get('cookie')), form)
  return new Response(null, {
    status: 303,
    headers: {
      Location: safePath(form.get('back')),
      'Set-Cookie': cookieOf(display),
      'Cache-Control': 'no-store',
    },
  })
}

const longestForm = 4000

/** Of what somebody sends, no more is read than the form can have. */
async function beginningOf({ body }: Request): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body ?? []) {
    chunks.push(chunk)
    length += chunk.length
    if (length >= longestForm) break
  }
  return Buffer.concat(chunks).toString('utf8', 0, longestForm)
}

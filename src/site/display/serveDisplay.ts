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
  const form = new URLSearchParams((await request.text()).slice(0, longestForm))
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

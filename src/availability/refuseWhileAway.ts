import type { RequestHandler } from 'express'
import { answerTo } from './words.ts'

/**
 * Answers the admin and its API while the database is away. Without this Payload would take whoever
 * asks for a stranger, since it cannot find the account, and the admin would show the sign-in page.
 * @param answers whether the database does
 */
export const refuseWhileAway =
  (answers: () => Promise<boolean>): RequestHandler =>
  async (req, res, next) => {
    if (!isOfTheDesk(req.path) || (await answers())) {
      next()
      return
    }
    const { status, retryAfter, body } = answerTo.away
    res.status(status).set('Retry-After', retryAfter).set('Cache-Control', 'no-store')
    if (req.path.startsWith('/api')) res.json(body)
    else res.type('html').send(page(body.errors[0]?.message ?? ''))
  }

/** Scripts and styles come from the disk, the website reads the public API. */
const isOfTheDesk = (path: string) => /^\/(?:admin|api)(?:\/|$)/.test(path)

const page = (message: string) => `<!doctype html>
<html lang="zh">
<meta charset="utf-8">
<meta http-equiv="refresh" content="5">
<title>暂时无法访问 · 公开</title>
<p>${message}。</p>
</html>
`

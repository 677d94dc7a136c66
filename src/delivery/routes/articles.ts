import express, { Router, type RequestHandler } from 'express'
import { reportAddresses } from '../../publication/addresses.ts'
import type { DeliveryContext } from '../context.ts'
import { jsonProblem, noSuchArticle, refusal, Problem } from '../problem.ts'
import { openHeaders, send } from '../Representation.ts'

const readBody = express.json({ limit: '16kb' })

/** What became of one article, and the receipts that say so. */
export function articleRoutes({ store, baseUrl, lists, keyed }: DeliveryContext) {
  const router = Router()

  router.get('/v1/articles/:id', async (req, res) => {
    const { id } = req.params
    if (!isId(id)) throw noSuchArticle()
    const list = await lists.get(`article ${id}`, async () => {
      const article = await store.article(id)
      if (!article) throw noSuchArticle()
      const { slug } = article.organization
      return { ...article, url: reportAddresses(baseUrl, slug, article.year).self }
    })
    send(req, res, list)
  })

  router.post('/v1/articles/:id/receipts', bodyOf, async (req, res) => {
    const id = String(req.params.id)
    if (!keyed || !isId(id)) throw noSuchArticle()
    const input = objectIn(req.body)
    const { receipt, isNew } = await keyed
      .recordReceipt(req.headers.authorization, id, input)
      .catch(refusal)
    lists.forget()
    res
      .status(isNew ? 201 : 200)
      .set({ ...openHeaders, 'Cache-Control': 'no-store' })
      .json({ article: id, ...receipt })
  })

  return router
}

const isId = (id: string): boolean => /^[\w-]{1,64}$/.test(id)

/** Express's own errors are no problems in Chinese. */
const bodyOf: RequestHandler = (req, res, next) => {
  readBody(req, res, (error?: unknown) => next(error ? jsonProblem(error) : undefined))
}

function objectIn(body: unknown): Record<string, unknown> {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) {
    return body as Record<string, unknown>
  }
  throw new Problem(400, '请求正文应为 JSON 对象，并注明 Content-Type: application/json。')
}

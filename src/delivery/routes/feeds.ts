import { Router } from 'express'
import type { Request } from 'express'
import type { DeliveryContext } from '../context.ts'
import { atom, atomType } from '../feeds/atom.ts'
import { feedOf, type Feed } from '../feeds/feedOf.ts'
import { jsonFeed, jsonFeedType } from '../feeds/jsonFeed.ts'
import { textParameter } from '../parameters.ts'
import { Problem } from '../problem.ts'
import { send } from '../Representation.ts'

/** A reader of feeds asks at least once in that many publications. */
const entries = 50

interface Form {
  type: string
  write: (feed: Feed, self: string) => unknown
}

/** What was published and corrected last, for readers of feeds. A withdrawn report leaves them. */
export function feedRoutes({ store, baseUrl, lists }: DeliveryContext) {
  const router = Router()

  const get = (req: Request, path: string, { type, write }: Form) => {
    const organization = textParameter(req, 'organization')
    const query =
      organization === undefined ? '' : `?organization=${encodeURIComponent(organization)}`
    const read = async () => {
      const news = await store.news(organization, entries)
      if (!news) throw new Problem(404, `没有“${organization}”发布的年度报告。`)
      return write(feedOf(news, baseUrl), `${baseUrl}${path}${query}`)
    }
    return lists.get(`${path}${query}`, read, type)
  }

  router.get('/v1/feed.atom', async (req, res) => {
    send(req, res, await get(req, '/v1/feed.atom', { type: atomType, write: atom }))
  })

  router.get('/v1/feed.json', async (req, res) => {
    send(req, res, await get(req, '/v1/feed.json', { type: jsonFeedType, write: jsonFeed }))
  })

  return router
}

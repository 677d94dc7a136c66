import { Router } from 'express'
import type { Request } from 'express'
import { reportAddresses } from '../../publication/addresses.ts'
import type { DeliveryContext } from '../context.ts'
import { isSlug } from '../CurrentPublications.ts'
import { paged } from '../paging.ts'
import { limitParameter, pageParameters, textParameter } from '../parameters.ts'
import { badParameter, Problem } from '../problem.ts'
import type { ArticlePosition, ArticleSummary } from '../PublicationStore.ts'
import { send } from '../Representation.ts'

/** The channels, and what is new for each, for its team to pull. */
export function channelRoutes({ store, baseUrl, lists }: DeliveryContext) {
  const router = Router()

  const withUrls = (article: ArticleSummary) => {
    const { self, wechat } = reportAddresses(baseUrl, article.organization.slug, article.year)
    return { ...article, url: self, article: wechat }
  }

  router.get('/v1/channels', async (req, res) => {
    const query = pageParameters(req)
    const list = await lists.get(`channels ${JSON.stringify(query)}`, async () => {
      const channels = await store.channels()
      const start = (query.page - 1) * query.limit
      const docs = channels.slice(start, start + query.limit)
      return paged({ docs, totalDocs: channels.length }, query)
    })
    send(req, res, list)
  })

  router.get('/v1/channels/:channel/articles', async (req, res) => {
    const { channel } = req.params
    if (!isSlug(channel)) throw noSuchChannel()
    const since = sinceParameter(req)
    const limit = limitParameter(req)
    const key = `articles ${JSON.stringify([channel, since, limit])}`
    const list = await lists.get(key, async () => {
      const found = await store.articles(channel, since, limit)
      if (!found) throw noSuchChannel()
      const last = found.docs.at(-1) ?? since
      return {
        docs: found.docs.map(withUrls),
        limit,
        hasNextPage: found.more,
        next: last ? writePosition(last) : null,
      }
    })
    send(req, res, list)
  })

  return router
}

const noSuchChannel = () => new Problem(404, '没有这个公开渠道。')

/**
 * `since` is a day, an instant, or the `next` of the answer before; `next` is there even when
 * nothing is new, so whoever pulls needs only to remember the last one.
 */
function sinceParameter(req: Request): ArticlePosition | undefined {
  const text = textParameter(req, 'since')
  if (text === undefined) return undefined
  // In a query a bare + is a blank, and +08:00 is what people write.
  const [, instant = '', id] = position.exec(text.replace(' ', '+')) ?? []
  const time = Date.parse(instant)
  if (Number.isNaN(time)) {
    throw badParameter('since', '应为日期、ISO 8601 时间或上次返回的 next')
  }
  return { publishedAt: new Date(time).toISOString(), ...(id ? { id } : {}) }
}

const position =
  /^(\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2}))?)(?:~([\w-]{1,64}))?$/

const writePosition = ({ publishedAt, id }: ArticlePosition): string =>
  id ? `${publishedAt}~${id}` : publishedAt

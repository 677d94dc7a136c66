import { Router } from 'express'
import type { Request } from 'express'
import { receiptsAddress, reportAddresses } from '../../publication/addresses.ts'
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

  const withUrls = (article: ArticleSummary, channel: string) => {
    const { slug } = article.organization
    const { self, wechat } = reportAddresses(baseUrl, slug, article.year)
    const of = `?channel=${encodeURIComponent(channel)}`
    const receipts = receiptsAddress(baseUrl, article.id)
    const isPublic = article.state === 'current'
    return { ...article, url: self, article: isPublic ? wechat + of : null, receipts }
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
      if (since && 'sequence' in since && since.sequence > found.next) throw beyondTheEnd()
      return {
        docs: found.docs.map((article) => withUrls(article, channel)),
        limit,
        hasNextPage: found.more,
        next: String(found.next),
        stale: found.stale.map((article) => ({
          ...article,
          url: reportAddresses(baseUrl, article.organization.slug, article.year).self,
        })),
      }
    })
    send(req, res, list)
  })

  return router
}

const noSuchChannel = () => new Problem(404, '没有这个公开渠道。')

/** As after the database was put back to an earlier day: numbers are given a second time then. */
const beyondTheEnd = () =>
  badParameter('since', '超出了现有的记录（数据可能恢复过），请不带 since 重新开始')

/**
 * `since` is the `next` of the answer before, which is there even when nothing is new, so whoever
 * pulls needs only to remember the last one. To begin with it may be a day or an instant.
 */
function sinceParameter(req: Request): ArticlePosition | undefined {
  const text = textParameter(req, 'since')
  if (text === undefined) return undefined
  if (sequence.test(text)) return { sequence: Number(text) }
  // In a query a bare + is a blank, and +08:00 is what people write.
  const [instant = ''] = day.exec(text.replace(' ', '+')) ?? []
  const time = Date.parse(instant)
  if (Number.isNaN(time)) {
    throw badParameter('since', '应为上次返回的 next，或日期、ISO 8601 时间')
  }
  return { publishedAt: new Date(time).toISOString() }
}

const sequence = /^\d{1,15}$/

const day = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2}))?$/

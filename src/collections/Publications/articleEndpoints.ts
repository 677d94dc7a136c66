import { APIError, type Endpoint, type PayloadRequest } from 'payload'
import { mayHandleArticles } from '../../access/articles.ts'
import { idOf } from '../../access/relations.ts'
import { withArticles } from '../../access/withinSubtree.ts'
import { personOf } from '../../access/roles.ts'
import { articleTasks } from '../../desk/articleDesk.ts'
import { recordReceipt } from '../../desk/receipts.ts'
import { publicUrlIn } from '../../environment.ts'
import type { Channel, Publication as Stored } from '../../payload-types.ts'
import { publicationOf } from '../../publication/stored.ts'
import { requestPush } from '../../push/index.ts'
import { renderArticle } from '../../wechat/article.ts'
import { articlePage, articlePagePolicyFor } from '../../wechat/articlePage.ts'
import { articleToLookAt } from '../../wechat/articleToLookAt.ts'
import { jsonBody } from '../jsonBody.ts'

/** The publication that the address names. @throws 401, 404 */
async function readablePublication(req: PayloadRequest): Promise<Stored> {
  if (!personOf(req)) throw new APIError('请先登录', 401)
  const id = typeof req.routeParams?.id === 'string' ? req.routeParams.id : ''
  const scope = await withArticles({ req })
  const stored =
    scope !== false &&
    (await req.payload.db.findOne<Stored>({
      collection: 'publications',
      where: { and: [{ id: { equals: id } }, scope === true ? {} : scope] },
      req,
    }))
  if (!stored) throw new APIError('没有这个发布版本，或您无权查看', 404)
  return stored
}

/** `GET /api/publications/:id/articles`: for each 公众号 what is done and what is to be done. */
const tasksEndpoint: Endpoint = {
  path: '/:id/articles',
  method: 'get',
  handler: async (req) => {
    const { id } = await readablePublication(req)
    return Response.json({ docs: await articleTasks(req, id) })
  },
}

/** `GET /api/publications/:id/article?channel=`: the page to look at the article and to copy it. */
const pageEndpoint: Endpoint = {
  path: '/:id/article',
  method: 'get',
  handler: async (req) => {
    const stored = await readablePublication(req)
    if (stored.state !== 'current')
      throw new APIError('这个版本已不对外公开，不能再发到公众号', 409)
    const publication = publicationOf(stored)
    const options = { baseUrl: publicUrlIn(process.env), form: await formOf(req, stored) }
    const shown = articleToLookAt(publication, options)
    return new Response(articlePage(renderArticle(publication, options), { shown }), {
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': 'no-store',
        'Content-Security-Policy': articlePagePolicyFor(options.baseUrl),
        'Referrer-Policy': 'no-referrer',
        'X-Content-Type-Options': 'nosniff',
        'X-Frame-Options': 'SAMEORIGIN',
      },
    })
  },
}

async function formOf(req: PayloadRequest, { organization }: Stored): Promise<'grid' | 'phone'> {
  const { channel } = req.query
  if (typeof channel !== 'string') return 'grid'
  return (await channelNamed(req, channel, organization))?.tableForm ?? 'grid'
}

async function channelNamed(
  req: PayloadRequest,
  slug: string,
  organization: Stored['organization'],
): Promise<Channel | undefined> {
  const { docs } = await req.payload.find({
    collection: 'channels',
    where: {
      and: [{ slug: { equals: slug } }, { organization: { equals: idOf(organization) } }],
    },
    limit: 1,
    depth: 0,
    req,
  })
  return docs[0]
}

/** `POST /api/publications/:id/receipts` with `{ channel?, link, removed? }`. */
const receiptEndpoint: Endpoint = {
  path: '/:id/receipts',
  method: 'post',
  handler: async (req) => {
    const { id } = await readablePublication(req)
    const { receipt, isNew } = await recordReceipt(req, id, await jsonBody(req))
    return Response.json({ receipt }, { status: isNew ? 201 : 200 })
  },
}

/** `POST /api/publications/:id/push` with `{ channel, dryRun? }`: into the drafts box of WeChat. */
const pushEndpoint: Endpoint = {
  path: '/:id/push',
  method: 'post',
  handler: async (req) => {
    const { id, organization } = await readablePublication(req)
    const { channel: slug, dryRun } = await jsonBody(req)
    const channel =
      typeof slug === 'string' ? await channelNamed(req, slug, organization) : undefined
    if (!channel) throw new APIError('channel 应为这个机关的公众号的网址标识', 400)
    if (!mayHandleArticles(req, channel)) throw new APIError('您没有权限向这个公众号推送', 403)
    if (dryRun !== undefined && typeof dryRun !== 'boolean') {
      throw new APIError('dryRun 应为 true 或 false', 400)
    }
    const requested = await requestPush(req, { publication: id, channel: channel.id, dryRun })
    return Response.json(requested, { status: !requested.dryRun && requested.isNew ? 202 : 200 })
  },
}

export const articleEndpoints: Endpoint[] = [
  tasksEndpoint,
  pageEndpoint,
  receiptEndpoint,
  pushEndpoint,
]

import { Router, type Request } from 'express'
import { reportAddresses } from '../../publication/addresses.ts'
import type { Publication } from '../../publication/types.ts'
import { renderArticle } from '../../wechat/article.ts'
import { articlePage, articlePagePolicyFor } from '../../wechat/articlePage.ts'
import { articleToLookAt } from '../../wechat/articleToLookAt.ts'
import type { DeliveryContext } from '../context.ts'
import { isSlug, isYear } from '../CurrentPublications.ts'
import type { ClearedReport } from '../KeyedDesk.ts'
import { textParameter } from '../parameters.ts'
import { badParameter, notPublished, refusal } from '../problem.ts'
import type { ChannelOfOrgan } from '../PublicationStore.ts'
import { jsonType, openHeaders, revalidated } from '../Representation.ts'
import type { Render } from '../Representations.ts'
import { SharedCache } from '../SharedCache.ts'

type Form = 'grid' | 'phone'

/** The report as an article for the 公众号: for programs, and as a page to copy from. */
export function wechatRoutes(context: DeliveryContext) {
  const { baseUrl, current, hot, keyed, store } = context
  const router = Router()
  const channels = new SharedCache<{ found: ChannelOfOrgan | undefined }>({ max: 500, ttl: 1000 })
  const channelNamed = async (slug: string) =>
    isSlug(slug)
      ? (await channels.get(slug, async () => ({ found: await store.channel(slug) }))).found
      : undefined

  const asJson =
    (form: Form): Render =>
    (publication) => ({
      body: JSON.stringify({
        ...renderArticle(publication, { baseUrl, form }),
        report: originOf(publication, baseUrl),
      }),
      type: jsonType,
      cacheControl: revalidated,
    })
  const asPage =
    (form: Form): Render =>
    (publication) => ({
      body: articlePage(renderArticle(publication, { baseUrl, form }), {
        shown: articleToLookAt(publication, { baseUrl, form }),
      }),
      type: 'text/html; charset=utf-8',
      cacheControl: revalidated,
      headers: pageHeaders,
    })
  const pageHeaders = {
    'Content-Security-Policy': articlePagePolicyFor(baseUrl),
    'Referrer-Policy': 'no-referrer',
  }

  router.get('/v1/reports/:organization/:year/wechat', async (req, res) => {
    const { organization, year } = req.params
    const format = choice(req, 'format', ['json', 'html']) ?? 'json'
    const form = await formFor(req, organization, channelNamed)
    if (choice(req, 'stage', ['cleared'])) {
      if (!keyed || !isSlug(organization) || !isYear(year)) throw notPublished()
      const { authorization } = req.headers
      const draft = await keyed
        .clearedReport(authorization, organization, Number(year))
        .catch(refusal)
      const article = renderArticle({ content: draft.content, charts: [] }, { baseUrl, form })
      // For this reader alone: nothing on the way may keep it.
      res.set({ ...openHeaders, 'Cache-Control': 'private, no-store', Vary: 'Authorization' })
      if (format === 'html') {
        res
          .set(pageHeaders)
          .type('html')
          .send(articlePage(article, { draft: true }))
      } else res.json({ ...article, report: draftOrigin(draft, baseUrl) })
      return
    }
    const standing = await current.find(organization, year)
    const render = (format === 'html' ? asPage : asJson)(form)
    await hot.send(req, res, { standing, name: `wechat.${format}.${form}`, render })
  })

  return router
}

/** @returns `undefined` when it is absent */
function choice<Value extends string>(
  req: Request,
  name: string,
  values: readonly Value[],
): Value | undefined {
  const text = textParameter(req, name)
  if (text === undefined) return undefined
  const value = values.find((one) => one === text)
  if (!value) throw badParameter(name, `应为 ${values.join(' 或 ')}`)
  return value
}

/** As `form` says, else as the channel likes it, else the full grid. */
async function formFor(
  req: Request,
  organization: string,
  channelNamed: (slug: string) => Promise<ChannelOfOrgan | undefined>,
): Promise<Form> {
  const form = choice(req, 'form', ['grid', 'phone'])
  const slug = textParameter(req, 'channel')
  if (slug === undefined) return form ?? 'grid'
  const channel = await channelNamed(slug)
  if (channel?.organization !== organization)
    throw badParameter('channel', '应为这个机关的公开渠道')
  return form ?? channel.tableForm
}

/** Which revision the article tells of, so that the team sees when one that was sent is stale. */
const originOf = (
  { id, content, revision, digest, publishedAt }: Publication,
  baseUrl: string,
) => ({
  id,
  organization: content.organization,
  year: content.year,
  stage: 'published',
  revision,
  digest,
  publishedAt,
  url: reportAddresses(baseUrl, content.organization.slug, content.year).self,
})

const draftOrigin = ({ content, revision, digest }: ClearedReport, baseUrl: string) => ({
  organization: content.organization,
  year: content.year,
  stage: 'cleared',
  revision,
  digest,
  publishedAt: null,
  url: reportAddresses(baseUrl, content.organization.slug, content.year).self,
})

import { Router } from 'express'
import { reportAddresses } from '../../publication/addresses.ts'
import type { Publication } from '../../publication/types.ts'
import { renderArticle } from '../../wechat/article.ts'
import { articlePage, articlePagePolicyFor } from '../../wechat/articlePage.ts'
import { articleToLookAt } from '../../wechat/articleToLookAt.ts'
import type { DeliveryContext } from '../context.ts'
import { textParameter } from '../parameters.ts'
import { badParameter } from '../problem.ts'
import { jsonType, revalidated, send } from '../Representation.ts'
import type { Render } from '../Representations.ts'

/** The report as an article for the 公众号: for programs, and as a page to copy from. */
export function wechatRoutes({ baseUrl, current, representations }: DeliveryContext) {
  const router = Router()

  const asJson: Render = (publication) => ({
    body: JSON.stringify({
      ...renderArticle(publication, { baseUrl }),
      report: originOf(publication, baseUrl),
    }),
    type: jsonType,
    cacheControl: revalidated,
  })
  const asPage: Render = (publication) => ({
    body: articlePage(renderArticle(publication, { baseUrl }), {
      shown: articleToLookAt(publication, { baseUrl }),
    }),
    type: 'text/html; charset=utf-8',
    cacheControl: revalidated,
    headers: {
      'Content-Security-Policy': articlePagePolicyFor(baseUrl),
      'Referrer-Policy': 'no-referrer',
    },
  })

  router.get('/v1/reports/:organization/:year/wechat', async (req, res) => {
    const { id } = await current.find(req.params.organization, req.params.year)
    const format = textParameter(req, 'format') ?? 'json'
    if (format !== 'json' && format !== 'html') throw badParameter('format', '应为 json 或 html')
    const render = format === 'html' ? asPage : asJson
    send(req, res, await representations.get(id, `wechat.${format}`, render))
  })

  return router
}

/** Which revision the article tells of, so that the team sees when one that was sent is stale. */
const originOf = ({ content, revision, digest, publishedAt }: Publication, baseUrl: string) => ({
  organization: content.organization,
  year: content.year,
  revision,
  digest,
  publishedAt,
  url: reportAddresses(baseUrl, content.organization.slug, content.year).self,
})

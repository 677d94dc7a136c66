import { APIError, type Endpoint, type PayloadRequest } from 'payload'
import { reconcileReport } from '../../../desk/reconcileReport.ts'
import { publicUrlIn } from '../../../environment.ts'
import { gatherContent, type Gathered } from '../../../publication/contentOf.ts'
import type { NarrativeImage } from '../../../publication/narrativeImages.ts'
import { officialDocument, officialDocumentPolicy } from '../../../publication/officialDocument.ts'
import { renderArticle } from '../../../wechat/article.ts'
import { articlePage, articlePagePolicy } from '../../../wechat/articlePage.ts'
import { readableReport } from './request.ts'

interface View {
  draw: (gathered: Gathered) => string
  /** Content-Security-Policy of what it draws. */
  policy: string
}

const views: Readonly<Record<string, View>> = {
  document: {
    draw: ({ content, images }) =>
      officialDocument(content, { draft: true, imageAddress: withinPage(images) }),
    policy: officialDocumentPolicy,
  },
  article: {
    draw: ({ content }) => {
      const article = renderArticle({ content, charts: [] }, { baseUrl: publicUrlIn(process.env) })
      return articlePage(article, { draft: true })
    },
    policy: articlePagePolicy,
  },
}

/** The images of a draft have no address of their own yet. */
const withinPage = (images: readonly NarrativeImage[]) => (name: string) => {
  const image = images.find((one) => one.name === name)
  return image ? `data:${image.mimeType};base64,${image.data.toString('base64')}` : ''
}

/** `GET /api/reports/:id/preview?as=document|article`: what is saved, as it would be published. */
export const previewEndpoint: Endpoint = {
  path: '/:id/preview',
  method: 'get',
  handler: async (req) => {
    const report = await readableReport(req)
    const { draw, policy } = viewFor(req)
    const gathered = await gatherContent(req, report, await reconcileReport(req, report))
    return new Response(draw(gathered), {
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': 'no-store',
        'Content-Security-Policy': policy,
        'Referrer-Policy': 'no-referrer',
        'X-Content-Type-Options': 'nosniff',
        'X-Frame-Options': 'SAMEORIGIN',
      },
    })
  },
}

function viewFor({ query }: PayloadRequest): View {
  const { as = 'document' } = query
  const view = typeof as === 'string' && Object.hasOwn(views, as) ? views[as] : undefined
  if (!view) throw new APIError('as 应为 document（正式文本）或 article（公众号文章）', 400)
  return view
}

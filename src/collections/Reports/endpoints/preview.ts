import { APIError, type Endpoint, type PayloadRequest } from 'payload'
import { reconcileReport } from '../../../desk/reconcileReport.ts'
import { publicUrlIn } from '../../../environment.ts'
import { contentOf } from '../../../publication/contentOf.ts'
import { officialDocument, officialDocumentPolicy } from '../../../publication/officialDocument.ts'
import type { ReportContent } from '../../../publication/types.ts'
import { renderArticle } from '../../../wechat/article.ts'
import { articlePage, articlePagePolicy } from '../../../wechat/articlePage.ts'
import { readableReport } from './request.ts'

interface View {
  draw: (content: ReportContent) => string
  /** Content-Security-Policy of what it draws. */
  policy: string
}

const draft = { draft: true }

const views: Readonly<Record<string, View>> = {
  document: { draw: (content) => officialDocument(content, draft), policy: officialDocumentPolicy },
  article: {
    draw: (content) =>
      articlePage(renderArticle({ content }, { baseUrl: publicUrlIn(process.env) }), draft),
    policy: articlePagePolicy,
  },
}

/** `GET /api/reports/:id/preview?as=document|article`: what is saved, as it would be published. */
export const previewEndpoint: Endpoint = {
  path: '/:id/preview',
  method: 'get',
  handler: async (req) => {
    const report = await readableReport(req)
    const { draw, policy } = viewFor(req)
    const content = await contentOf(req, report, await reconcileReport(req, report))
    return new Response(draw(content), {
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

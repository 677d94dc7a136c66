import { Router } from 'express'
import type { DeliveryContext } from '../context.ts'
import { docsPage, docsPolicy } from '../openapi/docs/docsPage.ts'
import { openApiDocument } from '../openapi/document.ts'
import { prepare, revalidated, send } from '../Representation.ts'
import type { Representation } from '../Representation.ts'
import { SharedCache } from '../SharedCache.ts'

/** The API as a page for people: drawn here from the document, without a script. */
export function docsRoutes({ baseUrl }: DeliveryContext) {
  const router = Router()
  const made = new SharedCache<Representation>({ max: 1 })
  const started = new Date()

  router.get('/v1/docs', async (req, res) => {
    const page = await made.get('page', () =>
      prepare({
        body: docsPage(openApiDocument(baseUrl)),
        type: 'text/html; charset=utf-8',
        modified: started,
        cacheControl: revalidated,
        headers: { 'Content-Security-Policy': docsPolicy, 'Referrer-Policy': 'no-referrer' },
      }),
    )
    send(req, res, page)
  })

  return router
}

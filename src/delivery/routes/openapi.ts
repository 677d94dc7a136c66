import { Router } from 'express'
import type { DeliveryContext } from '../context.ts'
import { openApiDocument } from '../openapi/document.ts'
import { jsonType, prepare, revalidated, send } from '../Representation.ts'
import type { Representation } from '../Representation.ts'
import { SharedCache } from '../SharedCache.ts'

/** The API as a document for programs. It changes with the product, so it is made once. */
export function openApiRoutes({ baseUrl }: DeliveryContext) {
  const router = Router()
  const made = new SharedCache<Representation>({ max: 1 })
  const started = new Date()

  router.get('/v1/openapi.json', async (req, res) => {
    const document = await made.get('document', () =>
      prepare({
        body: JSON.stringify(openApiDocument(baseUrl)),
        type: jsonType,
        modified: started,
        cacheControl: revalidated,
      }),
    )
    send(req, res, document)
  })

  return router
}

import { Router } from 'express'
import type { DeliveryContext } from '../context.ts'
import { paged } from '../paging.ts'
import { pageParameters } from '../parameters.ts'
import { send } from '../Representation.ts'

/** The organs, with the years that they published. */
export function organizationRoutes({ store, lists }: DeliveryContext) {
  const router = Router()

  router.get('/v1/organizations', async (req, res) => {
    const query = pageParameters(req)
    const list = await lists.get(`organizations ${JSON.stringify(query)}`, async () =>
      paged(await store.organizations(query), query),
    )
    send(req, res, list)
  })

  return router
}

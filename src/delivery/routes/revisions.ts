import { Router } from 'express'
import { revisionAddress } from '../../publication/addresses.ts'
import { revisionJson } from '../../publication/reportJson.ts'
import type { DeliveryContext } from '../context.ts'
import { paged } from '../paging.ts'
import { readableRevision } from '../readableRevision.ts'
import { jsonType, revalidated, send } from '../Representation.ts'
import type { Render } from '../Representations.ts'

/** What was published before stays readable; a consumer sees here that what it holds is stale. */
export function revisionRoutes({ baseUrl, current, hot, lists }: DeliveryContext) {
  const router = Router()

  const render: Render = (publication) => ({
    body: JSON.stringify(revisionJson(publication, baseUrl)),
    type: jsonType,
    cacheControl: revalidated,
  })

  router.get('/v1/reports/:organization/:year/revisions', async (req, res) => {
    const { organization, year } = req.params
    await current.find(organization, year)
    const list = await lists.get(`revisions ${year}/${organization}`, async () => {
      const revisions = await current.revisions(organization, year)
      const readable = revisions.filter(({ state }) => state !== 'withdrawn')
      const docs = readable.map(({ id: _id, images: _images, ...revision }) => ({
        ...revision,
        url: revisionAddress(baseUrl, organization, Number(year), revision.revision),
      }))
      return paged({ docs, totalDocs: docs.length }, { page: 1, limit: docs.length })
    })
    send(req, res, list)
  })

  router.get('/v1/reports/:organization/:year/revisions/:number', async (req, res) => {
    const { organization, year, number } = req.params
    const standing = await current.find(organization, year)
    const { id } = await readableRevision(current, organization, year, number)
    await hot.send(req, res, { standing, id, name: 'revision', render })
  })

  return router
}

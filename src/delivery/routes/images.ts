import { Router } from 'express'
import type { DeliveryContext } from '../context.ts'
import { noSuchImage } from '../problem.ts'
import { send } from '../Representation.ts'

/** The images of a report, as long as a revision that anybody may read shows them. */
export function imageRoutes({ current, representations }: DeliveryContext) {
  const router = Router()

  router.get('/v1/reports/:organization/:year/images/:name', async (req, res) => {
    const { organization, year, name } = req.params
    const revisions = await current.revisions(organization, year)
    const shown = revisions.filter(
      ({ state, images }) => state !== 'withdrawn' && images.includes(name),
    )
    // The first that showed it: a later one changes nothing about the image.
    const revision = shown.at(-1)
    if (!revision) throw noSuchImage()
    send(req, res, await representations.image(revision, name))
  })

  return router
}

import { Router } from 'express'
import type { DeliveryContext } from '../context.ts'
import { listParameter } from '../parameters.ts'
import { send } from '../Representation.ts'
import { metrics } from '../series/metrics.ts'
import { Series } from '../series/Series.ts'

/** With the years of an organ, what one request costs at most: what is read is kept. */
const mostOrganizations = 10
const mostMetrics = 30

/** Figures through the years, for charts. */
export function seriesRoutes({ store, baseUrl, lists }: DeliveryContext) {
  const router = Router()
  const series = new Series(store, baseUrl)

  router.get('/v1/series/metrics', async (req, res) => {
    send(req, res, await lists.get('metrics', async () => ({ docs: metrics })))
  })

  router.get('/v1/series', async (req, res) => {
    const organizations = listParameter(req, 'organization', mostOrganizations)
    const keys = listParameter(req, 'metric', mostMetrics)
    const key = `series ${JSON.stringify([organizations, keys])}`
    const list = await lists.get(key, async () => {
      const found = await series.of(organizations, keys)
      return found.length === 1 ? found[0] : { series: found }
    })
    send(req, res, list)
  })

  return router
}

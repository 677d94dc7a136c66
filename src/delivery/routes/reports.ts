import { Router } from 'express'
import { reportAddresses } from '../../publication/addresses.ts'
import type { DeliveryContext } from '../context.ts'
import { paged } from '../paging.ts'
import { pageParameters, textParameter, wordsParameter, yearParameter } from '../parameters.ts'
import type { PublicationSummary, ReportQuery } from '../PublicationStore.ts'
import { wholeReport } from '../wholeReport.ts'
import { send } from '../Representation.ts'

/** The published reports, and each report as a whole. */
export function reportRoutes({ store, baseUrl, current, hot, lists }: DeliveryContext) {
  const router = Router()

  const report = wholeReport(baseUrl)
  const withUrl = (summary: PublicationSummary) => ({
    ...summary,
    url: reportAddresses(baseUrl, summary.organization.slug, summary.year).self,
  })

  router.get('/v1/reports/:organization/:year{.json}', async (req, res) => {
    const standing = await current.find(req.params.organization, req.params.year)
    await hot.send(req, res, { standing, ...report })
  })

  router.get('/v1/reports', async (req, res) => {
    const query: ReportQuery = {
      organization: textParameter(req, 'organization'),
      region: textParameter(req, 'region'),
      year: yearParameter(req),
      q: wordsParameter(req, 'q'),
      ...pageParameters(req),
    }
    const list = await lists.get(`reports ${JSON.stringify(query)}`, async () => {
      const { docs, totalDocs } = await store.list(query)
      return paged({ docs: docs.map(withUrl), totalDocs }, query)
    })
    send(req, res, list)
  })

  return router
}

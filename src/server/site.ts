import express, { type Express } from 'express'
import type { RequestListener } from 'node:http'
import type { Payload } from 'payload'
import { databaseAnswers } from '../availability/databaseAnswers.ts'
import { refuseWhileAway } from '../availability/refuseWhileAway.ts'
import { healthRoutes } from '../delivery/routes/health.ts'
import { metricsRoutes } from '../delivery/routes/metrics.ts'
import { problemHandler } from '../delivery/problem.ts'
import type { Environment } from '../environment.ts'
import { accessLog } from './accessLog.ts'
import { openAdmin } from './adminApp.ts'
import type { Trust } from './clientAddress.ts'
import { compressPages } from './compressPages.ts'
import { inFront } from './front.ts'
import { createMetrics } from './metrics.ts'
import { openPublicApi } from './publicApi.ts'
import { rateLimit } from './rateLimit.ts'
import { refuseMalformed } from './refuseMalformed.ts'

export interface Site {
  listener: RequestListener
  /** Ends what goes on beside the requests. */
  stop: () => Promise<void>
}

/** All that this process answers: the public API, the admin, or both, as its role says. */
export async function openSite(payload: Payload, environment: Environment): Promise<Site> {
  const { role, ratePerMinute } = environment
  const app = emptyApp(environment)
  const trust = app.get('trust proxy fn') as Trust
  const delivery = role === 'admin' ? undefined : await openPublicApi(payload, environment)
  const answers = databaseAnswers(payload)
  const metrics = createMetrics(delivery)

  app.use(metricsRoutes(metrics))
  if (delivery) app.use(delivery.app)
  else app.use(healthRoutes(answers))
  if (role !== 'delivery') {
    // Where there is no public API to read there is no website either.
    if (role === 'admin' && !process.env.SITE_API_URL) {
      app.get('/', (_req, res) => res.redirect('/admin'))
    }
    app.use(refuseMalformed, refuseWhileAway(answers), compressPages())
    app.use(await openAdmin(environment))
  }
  app.use(problemHandler((error) => payload.logger.error(error)))

  return {
    listener: inFront({
      app,
      log: (error) => payload.logger.error(error),
      ...(delivery && { answer: delivery.answer }),
      ...(ratePerMinute > 0 && { refuse: rateLimit(ratePerMinute, trust) }),
      observers: [
        metrics.observe,
        ...(environment.accessLog ? [accessLog(payload.logger, trust)] : []),
      ],
    }),
    stop: async () => delivery?.stop(),
  }
}

function emptyApp({ trustProxy }: Environment): Express {
  const app = express()
  app.disable('x-powered-by')
  if (trustProxy) app.set('trust proxy', trustValue(trustProxy))
  return app
}

/** Express takes a number of hops, a word of its own, or a list of addresses. */
const trustValue = (value: string): string | number | boolean =>
  /^\d+$/.test(value) ? Number(value) : value === 'true' ? true : value

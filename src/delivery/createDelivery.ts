import express from 'express'
import type { Express } from 'express'
import type { DeliveryContext } from './context.ts'
import { CurrentPublications } from './CurrentPublications.ts'
import type { KeyedDesk } from './KeyedDesk.ts'
import { Lists } from './Lists.ts'
import { readOnly, refuseLong } from './methods.ts'
import { notFound, problemHandler } from './problem.ts'
import type { PublicationStore } from './PublicationStore.ts'
import { Representations } from './Representations.ts'
import { articleRoutes } from './routes/articles.ts'
import { channelRoutes } from './routes/channels.ts'
import { docsRoutes } from './routes/docs.ts'
import { feedRoutes } from './routes/feeds.ts'
import { healthRoutes } from './routes/health.ts'
import { imageRoutes } from './routes/images.ts'
import { openApiRoutes } from './routes/openapi.ts'
import { organizationRoutes } from './routes/organizations.ts'
import { reportRoutes } from './routes/reports.ts'
import { revisionRoutes } from './routes/revisions.ts'
import { seriesRoutes } from './routes/series.ts'
import { sitemapRoutes } from './routes/sitemap.ts'
import { tableRoutes } from './routes/tables.ts'
import { wechatRoutes } from './routes/wechat.ts'

export interface DeliveryOptions {
  /** The public address of the site (`PUBLIC_URL`). */
  baseUrl: string
  /** Whether requests can be served; asked by `GET /readyz`. */
  ready: () => Promise<boolean>
  /** Gets the error behind a 5xx. Writes to the console unless given. */
  log?: (error: unknown) => void
  /** What keys open; nothing unless given. */
  keyed?: KeyedDesk
  /** How many bytes of prepared representations are kept; 64 MB unless given. */
  cacheBytes?: number
}

export interface Delivery {
  /**
   * Answers `/v1`, `/healthz` and `/readyz`; every other path goes on to what is mounted after it.
   * Whoever mounts it in another Express app must disable `x-powered-by` there.
   */
  app: Express
  /** To be called when a publication or withdrawal is committed: the next reader sees it. */
  forget: (organization: string, year: number) => void
}

/** The public window: reads publications, never the desk. */
export function createDelivery(store: PublicationStore, options: DeliveryOptions): Delivery {
  const { baseUrl, ready, log = console.error, keyed, cacheBytes } = options
  const current = new CurrentPublications(store)
  const lists = new Lists()
  const representations = new Representations(store, cacheBytes)
  const context: DeliveryContext = { store, baseUrl, current, representations, lists, keyed }

  const app = express()
  app.disable('x-powered-by')
  app.use(refuseLong)
  app.use(readOnly)
  app.use(reportRoutes(context))
  app.use(tableRoutes(context))
  app.use(imageRoutes(context))
  app.use(revisionRoutes(context))
  app.use(wechatRoutes(context))
  app.use(channelRoutes(context))
  app.use(articleRoutes(context))
  app.use(organizationRoutes(context))
  app.use(seriesRoutes(context))
  app.use(feedRoutes(context))
  app.use(sitemapRoutes(context))
  app.use(openApiRoutes(context))
  app.use(docsRoutes(context))
  app.use(healthRoutes(ready))
  app.use('/v1', notFound)
  app.use(problemHandler(log))

  return {
    app,
    forget(organization, year) {
      current.forget(organization, year)
      lists.forget()
    },
  }
}

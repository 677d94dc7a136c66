import express from 'express'
import type { Express } from 'express'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { DeliveryContext } from './context.ts'
import { CurrentPublications } from './CurrentPublications.ts'
import { guardedStore } from './guardedStore.ts'
import { HotAnswers } from './HotAnswers.ts'
import type { KeyedDesk } from './KeyedDesk.ts'
import { Lists } from './Lists.ts'
import { readOnly, refuseLong } from './methods.ts'
import { notFound, problemHandler } from './problem.ts'
import type { Change, PublicationStore } from './PublicationStore.ts'
import { PublicationWatch } from './PublicationWatch.ts'
import type { WatchOptions } from './PublicationWatch.ts'
import { Representations } from './Representations.ts'
import type { Kept, Room } from './Representations.ts'
import { articleRoutes } from './routes/articles.ts'
import { channelRoutes } from './routes/channels.ts'
import { docsRoutes } from './routes/docs.ts'
import { documentRoutes } from './routes/documents.ts'
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
import { WarmUp } from './WarmUp.ts'
import { wholeReport } from './wholeReport.ts'

export interface DeliveryOptions {
  /** The public address of the site (`PUBLIC_URL`). */
  baseUrl: string
  /** Gets the error behind a 5xx. Writes to the console unless given. */
  log?: (error: unknown) => void
  /** What keys open; nothing unless given. */
  keyed?: KeyedDesk
  /** How many bytes of prepared representations are kept; 32 MB in memory unless given. */
  room?: Partial<Room>
  /** How changes by other processes are followed. */
  watch?: WatchOptions
}

export interface Delivery {
  /**
   * Answers `/v1`, `/healthz` and `/readyz`; every other path goes on to what is mounted after it.
   * Whoever mounts it in another Express app must disable `x-powered-by` there.
   */
  app: Express
  /**
   * To be tried before any app: answers what is in memory.
   * @returns the route that was answered, or `undefined` when that is left to the app
   */
  answer: (req: IncomingMessage, res: ServerResponse) => string | undefined
  /** To be called when a publication or withdrawal is committed: the next reader sees it. */
  forget: (organization: string, year: number) => void
  /** Begins to follow what other processes publish; before that nothing is remembered. */
  start: () => Promise<void>
  stop: () => Promise<void>
  watch: PublicationWatch
  /** What is kept, in memory and in files. */
  kept: () => Kept
  /** How many representations were made ready since the start, since they were not in memory. */
  prepared: () => number
}

/** The public window: reads publications, never the desk. */
export function createDelivery(database: PublicationStore, options: DeliveryOptions): Delivery {
  const { baseUrl, log = console.error, keyed, room } = options
  const forget = (organization: string, year: number) => {
    current.forget(organization, year)
    lists.forget()
    warmUp.add(`${year}/${organization}`, () => makeReady(organization, year))
  }
  const makeReady = async (organization: string, year: number) => {
    const { id } = await current.find(organization, String(year))
    const { name, render } = wholeReport(baseUrl)
    await representations.get(id, name, render)
  }
  const watch = new PublicationWatch(
    database,
    {
      changed: (changes: readonly Change[]) =>
        changes.forEach(({ organization, year }) => forget(organization, year)),
      anew() {
        current.clear()
        lists.forget()
      },
      away: log,
    },
    options.watch,
  )
  const store = guardedStore(database, watch, log)
  const isTold = () => watch.isFollowing
  const current = new CurrentPublications(store, isTold)
  const lists = new Lists(isTold)
  const representations = new Representations(store, room, log)
  const hot = new HotAnswers(representations)
  const warmUp = new WarmUp()
  const context: DeliveryContext = { store, baseUrl, current, representations, hot, lists, keyed }

  const app = express()
  app.disable('x-powered-by')
  app.use(refuseLong)
  app.use(readOnly)
  app.use(documentRoutes(context))
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
  app.use(healthRoutes(() => watch.isFollowing && !watch.isAway))
  app.use('/v1', notFound)
  app.use(problemHandler(log))

  return {
    app,
    answer: (req, res) => hot.answer(req, res),
    forget,
    start: () => watch.start(),
    stop: () => watch.stop(),
    watch,
    kept: () => representations.size,
    prepared: () => representations.prepared,
  }
}

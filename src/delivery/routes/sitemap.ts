import { Router } from 'express'
import type { DeliveryContext } from '../context.ts'
import { sitemapFiles, sitemapIndex, sitemapType } from '../feeds/sitemap.ts'
import { Problem } from '../problem.ts'
import { brief, prepare, send, type Representation } from '../Representation.ts'
import { SharedCache } from '../SharedCache.ts'

const noticedWithinMs = 1000

interface Sitemap {
  /** The one file, or the list of them. */
  top: Representation
  files: Representation[]
}

/** What search engines should know of the website. */
export function sitemapRoutes({ store, baseUrl, lists }: DeliveryContext) {
  const router = Router()
  const changes = new SharedCache<{ last: number }>({ max: 1, ttl: noticedWithinMs })
  // All addresses are read for it, so it is made anew only when there is something new.
  const made = new SharedCache<Sitemap>({ max: 1 })

  const sitemap = async (): Promise<Sitemap> => {
    const { last } = await changes.get('last', async () => ({ last: await store.lastChange() }))
    return made.get(String(last), async () => {
      const files = sitemapFiles(await store.addresses(), baseUrl)
      const index = sitemapIndex(files.map((_, n) => `${baseUrl}/sitemap-${n + 1}.xml`))
      const prepared = await Promise.all(files.map(xml))
      return { files: prepared, top: files.length === 1 ? prepared[0]! : await xml(index) }
    })
  }

  router.get('/sitemap.xml', async (req, res) => {
    send(req, res, (await sitemap()).top)
  })

  router.get('/sitemap-:number.xml', async (req, res) => {
    const { files } = await sitemap()
    const file = /^\d{1,4}$/.test(req.params.number)
      ? files[Number(req.params.number) - 1]
      : undefined
    if (!file) throw new Problem(404, '没有这个站点地图文件。')
    send(req, res, file)
  })

  router.get('/robots.txt', async (req, res) => {
    send(
      req,
      res,
      await lists.get('robots', async () => robots(baseUrl), 'text/plain; charset=utf-8'),
    )
  })

  return router
}

const xml = (body: string): Promise<Representation> =>
  prepare({ body, type: sitemapType, modified: new Date(), cacheControl: brief })

const robots = (baseUrl: string): string =>
  `User-agent: *\nDisallow: /admin\nDisallow: /api/\n\nSitemap: ${baseUrl}/sitemap.xml\n`

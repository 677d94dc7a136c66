import { load } from 'cheerio'
import { beforeEach, describe, expect, it } from '@jest/globals'
import supertest from 'supertest'
import { createDelivery, type Delivery } from '../../src/delivery/createDelivery.ts'
import { sitemapFiles } from '../../src/delivery/feeds/sitemap.ts'
import { metrics } from '../../src/delivery/series/metrics.ts'
import { memoryStore, type MemoryStore } from '../support/memoryStore.ts'
import { publicationOf, reportContent } from '../support/publications.ts'

const baseUrl = 'https://gov.example'
const received = (total: number) => ({
  applications: { received: { total } },
})
const of2019 = publicationOf(reportContent({ year: 2019, total: null, tables: received(5) }))
const of2021 = publicationOf(reportContent({ total: 100, tables: received(7) }))
const corrected = publicationOf(reportContent({ total: 101, tables: received(8) }), {
  revision: 2,
  correctionReason: '更正“<数量>” & 说明\u0001',
  publishedAt: '2022-02-10T08:00:00.500Z',
})
const ofDonghe = publicationOf(
  reportContent({ slug: 'donghe', name: '东河镇人民政府', fill: null, tables: received(1) }),
)

let store: MemoryStore
let delivery: Delivery

beforeEach(() => {
  store = memoryStore([of2019, of2021, corrected, ofDonghe])
  delivery = createDelivery(store, { baseUrl })
})

const get = (path: string) => supertest(delivery.app).get(path)
const series = async (organization: string, metric: string) =>
  (await get(`/v1/series?organization=${organization}&metric=${metric}`)).body

describe('a series', () => {
  it('is one figure of what is current, across the forms, with where it is from', async () => {
    expect(await series('liuhe', 'applications.received.total')).toEqual({
      organization: { slug: 'liuhe', name: '柳河镇人民政府', region: '370725' },
      metric: 'applications.received.total',
      label: '依申请公开表：一、本年新收政府信息公开申请数量 · 总计',
      unit: '件',
      points: [
        {
          ...{ year: 2019, value: 5, format: '2019', revision: 1, digest: of2019.digest },
          url: `${baseUrl}/v1/reports/liuhe/2019`,
        },
        {
          ...{ year: 2021, value: 8, format: '2021', revision: 2, digest: corrected.digest },
          url: `${baseUrl}/v1/reports/liuhe/2021`,
        },
      ],
    })
  })

  it.each<[metric: string, values: (number | null)[], reason: string]>([
    ['disclosure.regulations.issued', [null, 0], '该年度的报告格式没有这项指标'],
    ['disclosure.procurement.amount', [0, null], '该年度的报告格式没有这项指标'],
    ['disclosureFigures.total', [null, 101], '该年度报告没有填写这项数据'],
    ['disclosureFigures.channels.liuhe-wechat', [40, 40], ''],
  ])('of %s is %j and says why it is not there', async (metric, values, reason) => {
    const { points } = await series('liuhe', metric)
    expect(points.map(({ value }: { value: number | null }) => value)).toEqual(values)
    const reasons = points.flatMap((point: { reason?: string }) => point.reason ?? [])
    expect(reasons).toEqual(values.includes(null) ? [reason] : [])
  })

  it('tells a blank cell from zero', async () => {
    const { points } = await series('donghe', 'applications.received.naturalPerson')
    expect(points).toMatchObject([{ value: null, reason: '该年度报告没有填写这项数据' }])
  })

  it('comes for several organs and metrics at once', async () => {
    const { series: all } = await series(
      'donghe,liuhe',
      'applications.received.total&metric=disclosureFigures.total',
    )
    expect(
      all.map((one: { organization: { slug: string }; metric: string }) => [
        one.organization.slug,
        one.metric,
      ]),
    ).toEqual([
      ['donghe', 'applications.received.total'],
      ['donghe', 'disclosureFigures.total'],
      ['liuhe', 'applications.received.total'],
      ['liuhe', 'disclosureFigures.total'],
    ])
  })

  it('names what there is when it does not know the metric', async () => {
    const { text } = await get('/v1/series?organization=liuhe&metric=applications.received.all')
    const { detail, metrics: near } = JSON.parse(text)
    expect(detail).toContain('applications.received.naturalPerson')
    expect(near).toHaveLength(7)
  })

  it('reads a publication once, whatever is asked of it', async () => {
    for (const metric of ['applications.received.total', 'disclosureFigures.total']) {
      await series('liuhe', metric)
    }
    expect(store.calls.load).toBe(2)
  })

  it('has every cell of every form to choose from', async () => {
    const { body } = await get('/v1/series/metrics')
    expect(body.docs).toHaveLength(metrics.length)
    expect(body.docs).toContainEqual({
      metric: 'disclosure.fees.amount',
      label: '主动公开表：行政事业性收费 · 本年收费金额（单位：万元）',
      unit: '万元',
      formats: ['2021', '2021-single-other'],
    })
  })
})

describe('the feeds', () => {
  it('tell of the newest first, a correction with its reason, in both forms alike', async () => {
    const { text } = await get('/v1/feed.atom')
    const $ = load(text, { xml: true })
    const entries = $('feed > entry')
      .toArray()
      .map((entry) => ({
        id: $('id', entry).text(),
        title: $('title', entry).text(),
        updated: $('updated', entry).text(),
        page: $('link[rel=alternate]', entry).attr('href'),
        api: $('link[rel=related]', entry).attr('href'),
        author: $('author > name', entry).text(),
        summary: $('summary', entry).text(),
      }))
    const { body } = await get('/v1/feed.json').buffer().parse(asJson)
    expect(
      body.items.map(
        ({ id, title, date_modified, url, attachments, authors, content_text }: any) => ({
          ...{ id, title, updated: date_modified, page: url, api: attachments[0].url },
          ...{ author: authors[0].name, summary: content_text.replace('\u0001', '') },
        }),
      ),
    ).toEqual(entries)
    expect(entries[0]).toEqual({
      id: `${baseUrl}/v1/reports/liuhe/2021/revisions/2`,
      title: `【更正】${corrected.content.title}`,
      updated: corrected.publishedAt,
      page: `${baseUrl}/reports/liuhe/2021`,
      api: `${baseUrl}/v1/reports/liuhe/2021`,
      author: '柳河镇人民政府',
      summary: '柳河镇人民政府2021年度报告已更正（修订号 2）。更正原因：更正“<数量>” & 说明',
    })
    expect(entries).toHaveLength(3)
  })

  it('have what Atom asks for, well formed', async () => {
    const { text } = await get('/v1/feed.atom?organization=liuhe')
    const $ = load(text, { xml: true })
    expect(text.startsWith('<?xml version="1.0" encoding="UTF-8"?>')).toBe(true)
    expect(text).not.toContain('\u0001')
    expect($('feed').attr('xmlns')).toBe('http://www.w3.org/2005/Atom')
    expect($('feed > id').text()).toBe(`${baseUrl}/v1/feed.atom?organization=liuhe`)
    expect($('feed > link[rel=self]').attr('href')).toBe($('feed > id').text())
    expect($('feed > title').text()).toBe('柳河镇人民政府政府信息公开工作年度报告')
    for (const entry of $('feed > entry').toArray()) {
      for (const name of ['id', 'title', 'updated', 'author > name']) {
        expect([name, $(name, entry).length]).toEqual([name, 1])
      }
    }
  })

  it('lose what is withdrawn, say when, and stay for whoever follows them', async () => {
    await get('/v1/feed.atom?organization=donghe').expect(200)
    store.withdraw('donghe', 2021)
    delivery.forget('donghe', 2021)
    const { text } = await get('/v1/feed.atom?organization=donghe').expect(200)
    const $ = load(text, { xml: true })
    expect($('entry').length).toBe(0)
    expect($('feed > updated').text()).toBe('2024-03-01T01:00:00.000Z')
  })
})

describe('the sitemap', () => {
  it('has the pages of the website with the day they changed', async () => {
    const { body: text } = await get('/sitemap.xml').buffer().parse(asText)
    const $ = load(text, { xml: true })
    const pages = $('urlset > url')
      .toArray()
      .map((url) => [$('loc', url).text(), $('lastmod', url).text()])
    expect(pages).toEqual(
      expect.arrayContaining([
        [`${baseUrl}/`, corrected.publishedAt],
        [`${baseUrl}/organizations/liuhe`, corrected.publishedAt],
        [`${baseUrl}/organizations/donghe`, ofDonghe.publishedAt],
        [`${baseUrl}/reports/liuhe/2021`, corrected.publishedAt],
        [`${baseUrl}/reports/liuhe/2019`, of2019.publishedAt],
        [`${baseUrl}/reports/donghe/2021`, ofDonghe.publishedAt],
      ]),
    )
    expect(pages).toHaveLength(6)
  })

  it('reads all addresses only when something has changed', async () => {
    await get('/sitemap.xml')
    await get('/sitemap-1.xml')
    expect(store.calls.addresses).toBe(1)
    store.withdraw('donghe', 2021)
    await new Promise((resolve) => setTimeout(resolve, 1100))
    const { body: text } = await get('/sitemap.xml').buffer().parse(asText)
    expect(store.calls.addresses).toBe(2)
    expect(text).not.toContain('donghe')
  })

  it('is a list of files where there are more pages than one may hold', () => {
    const published = Array.from({ length: 50_000 }, (_, n) => ({
      organization: 'liuhe',
      year: n,
      publishedAt: '2022-01-01T00:00:00.000Z',
    }))
    const counts = sitemapFiles(published, baseUrl).map((file) => file.match(/<loc>/g)?.length)
    expect(counts).toEqual([50_000, 2])
  })

  it('is named by robots.txt', async () => {
    const { text } = await get('/robots.txt')
    expect(text).toContain(`Sitemap: ${baseUrl}/sitemap.xml`)
  })
})

type Parse = Parameters<ReturnType<typeof get>['parse']>[0]

const whole =
  (read: (text: string) => unknown): Parse =>
  (res, done) => {
    const chunks: Buffer[] = []
    res.on('data', (chunk: Buffer) => chunks.push(chunk))
    res.on('end', () => done(null, read(Buffer.concat(chunks).toString('utf8'))))
  }
const asJson = whole((text) => JSON.parse(text))
const asText = whole((text) => text)

import { createHash } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import canonicalize from 'canonicalize'
import express from 'express'
import fc from 'fast-check'
import supertest from 'supertest'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { officialDocumentPolicy } from '../../src/publication/officialDocument.ts'
import { createDelivery } from '../../src/delivery/createDelivery.ts'
import type { Delivery } from '../../src/delivery/createDelivery.ts'
import { refusedMarkup } from '../../src/wechat/refusedMarkup.ts'
import { memoryStore } from '../support/memoryStore.ts'
import type { MemoryStore } from '../support/memoryStore.ts'
import { publicationOf, reportContent } from '../support/publications.ts'

const baseUrl = 'https://gov.example'
const of2019 = publicationOf(reportContent({ year: 2019, total: 0 }))
const first2021 = publicationOf(reportContent({ total: 100 }))
const second2021 = publicationOf(
  reportContent({ tables: { applications: { received: { naturalPerson: 3, total: 3 } } } }),
  { revision: 2, correctionReason: '更正主动公开数量', publishedAt: '2022-02-10T08:00:00.500Z' },
)
const withdrawn = publicationOf(
  reportContent({ slug: 'donghe', name: '东河镇人民政府', year: 2022 }),
)

let store: MemoryStore
let delivery: Delivery
let errors: unknown[]

beforeEach(async () => {
  store = memoryStore([of2019, first2021, second2021, withdrawn])
  store.withdraw('donghe', 2022)
  errors = []
  delivery = createDelivery(store, { baseUrl, log: (error) => errors.push(error) })
  await delivery.start()
})
afterEach(() => delivery.stop())

const request = () => supertest(delivery.app)
const report = '/v1/reports/liuhe/2021'

/** Every published representation of a report. */
const representations: [path: string, type: RegExp][] = [
  [report, /^application\/json; charset=utf-8$/],
  [`${report}.json`, /^application\/json; charset=utf-8$/],
  [`${report}/tables/disclosure.json`, /^application\/json; charset=utf-8$/],
  [`${report}/tables/applications.csv`, /^text\/csv; charset=utf-8/],
  [`${report}/revisions`, /^application\/json; charset=utf-8$/],
  [`${report}/revisions/1`, /^application\/json; charset=utf-8$/],
  [`${report}/wechat`, /^application\/json; charset=utf-8$/],
  [`${report}.html`, /^text\/html; charset=utf-8$/],
  [`${report}/revisions/1.html`, /^text\/html; charset=utf-8$/],
  [`${report}/wechat?format=html`, /^text\/html; charset=utf-8$/],
]
const lists = [
  '/v1/reports',
  '/v1/channels',
  '/v1/channels/liuhe-wechat/articles',
  '/v1/organizations',
  '/v1/series?organization=liuhe&metric=applications.received.total',
  '/v1/series/metrics',
  '/v1/openapi.json',
]
const all: [path: string, type: RegExp][] = [
  ...representations,
  ...lists.map((path): [string, RegExp] => [path, /^application\/json; charset=utf-8$/]),
  ['/v1/feed.atom', /^application\/atom\+xml; charset=utf-8$/],
  ['/v1/feed.json?organization=liuhe', /^application\/feed\+json; charset=utf-8$/],
  ['/sitemap.xml', /^application\/xml; charset=utf-8$/],
  ['/sitemap-1.xml', /^application\/xml; charset=utf-8$/],
  ['/robots.txt', /^text\/plain; charset=utf-8$/],
  ['/v1/docs', /^text\/html; charset=utf-8$/],
]

describe.each(all)('GET %s', (path, type) => {
  it('has validators, type, length and open headers', async () => {
    const { status, headers, body, text } = await request()
      .get(path)
      .set('Accept-Encoding', 'identity')
    expect(status).toBe(200)
    expect(body ?? text).toBeTruthy()
    expect(headers['content-type']).toMatch(type)
    expect(headers.etag).toMatch(/^"[0-9a-f]+"$/)
    expect(Date.parse(headers['last-modified'] ?? '')).not.toBeNaN()
    expect(headers['cache-control']).toMatch(/^public, max-age=\d+/)
    expect(headers['content-length']).toMatch(/^[1-9]\d*$/)
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
      vary: 'Accept-Encoding',
    })
    expect(headers).not.toHaveProperty('x-powered-by')
  })

  it('answers HEAD with the same headers and no body', async () => {
    const get = await request().get(path).set('Accept-Encoding', 'gzip')
    const head = await request().head(path).set('Accept-Encoding', 'gzip')
    expect(head.status).toBe(200)
    expect(head.text).toBeFalsy()
    for (const name of [
      'etag',
      'content-length',
      'content-type',
      'content-encoding',
      'last-modified',
    ]) {
      expect(head.headers[name]).toBe(get.headers[name])
    }
  })

  it('has the same content but another ETag in each coding', async () => {
    const answers = await Promise.all(
      ['identity', 'gzip', 'br'].map((coding) =>
        request().get(path).set('Accept-Encoding', coding),
      ),
    )
    expect(answers.map(({ headers }) => headers['content-encoding'])).toEqual([
      undefined,
      'gzip',
      'br',
    ])
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect(new Set(answers.map(({ headers }) => headers.etag)).size).toBe(3)
  })

  it('answers 304 without a body to whoever holds it', async () => {
    const { headers } = await request().get(path)
    const { etag = '', 'last-modified': modified = '' } = headers
    const conditions: Record<string, string>[] = [
      { 'If-None-Match': etag },
      { 'If-None-Match': `"other", W/${etag}` },
      { 'If-None-Match': '*' },
      { 'If-Modified-Since': modified },
      // As fetch sends it.
      { 'If-None-Match': etag, 'Cache-Control': 'no-cache', Pragma: 'no-cache' },
    ]
    for (const condition of conditions) {
      const answer = await request().get(path).set(condition)
      expect([condition, answer.status]).toEqual([condition, 304])
      expect(answer.text).toBe('')
      expect(answer.headers).toMatchObject({ etag, vary: 'Accept-Encoding' })
    }
  })

  it('answers 200 to whoever holds something else', async () => {
    const { headers } = await request().get(path)
    const conditions: Record<string, string>[] = [
      { 'If-None-Match': '"other"' },
      { 'If-Modified-Since': 'Sat, 01 Jan 2000 00:00:00 GMT' },
      { 'If-Modified-Since': 'yesterday' },
      { 'If-None-Match': '"other"', 'If-Modified-Since': headers['last-modified'] ?? '' },
    ]
    for (const condition of conditions) {
      const answer = await request().get(path).set(condition)
      expect([condition, answer.status]).toEqual([condition, 200])
    }
  })
})

describe('the choice of a coding', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip;q=1, br;q=0.5', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['gzip;q=0.2, identity;q=0.8', undefined],
    ['deflate', undefined],
    ['*', 'br'],
    ['*;q=0', undefined],
    ['gzip;q=abc', undefined],
    ['', undefined],
  ])('of "%s" is %s', async (header, coding) => {
    const { headers } = await request().get(report).set('Accept-Encoding', header)
    expect(headers['content-encoding']).toBe(coding)
  })
})

describe('a report', () => {
  it('is the newest revision, with links that all lead somewhere', async () => {
    const { body } = await request().get(report)
    expect(body).toMatchObject({
      revision: 2,
      digest: second2021.digest,
      url: `${baseUrl}${report}`,
    })
    expect(body.tables.applications.rows[0].cells.naturalPerson).toBe(3)
    const { tables, ...others } = body.links
    const links = [
      ...Object.values(others),
      ...Object.values(tables).flatMap((table) => Object.values(table as object)),
    ]
    expect(links).toHaveLength(15)
    for (const link of links) {
      const { status } = await request().get(String(link).slice(baseUrl.length))
      expect([link, status]).toEqual([link, 200])
    }
  })

  it('carries a digest that a reader can check', async () => {
    const { body } = await request().get(report)
    const { publishedAt: _p, revision: _r, digest, url: _u, links: _l, ...content } = body
    expect(
      createHash('sha256')
        .update(canonicalize(content) ?? '')
        .digest('hex'),
    ).toBe(digest)
  })

  it('says when it was published, in whole seconds', async () => {
    const { headers } = await request().get(report)
    expect(headers['last-modified']).toBe('Thu, 10 Feb 2022 08:00:00 GMT')
  })

  it('must be asked for again each time, and so must a revision, which may be withdrawn', async () => {
    for (const path of [report, `${report}/revisions/2`]) {
      const { headers } = await request().get(path)
      expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate')
    }
  })

  it('keeps its earlier revisions readable', async () => {
    const { body } = await request().get(`${report}/revisions`)
    expect(body).toMatchObject({
      totalDocs: 2,
      docs: [
        {
          revision: 2,
          correctionReason: '更正主动公开数量',
          url: `${baseUrl}${report}/revisions/2`,
        },
        { revision: 1, correctionReason: null, state: 'superseded' },
      ],
    })
    const earlier = await request().get(`${report}/revisions/1`)
    expect(earlier.body).toMatchObject({ revision: 1, digest: first2021.digest })
    expect(earlier.body.disclosureFigures.total).toBe(100)
  })

  it('gives its tables for Excel under a name of their own', async () => {
    const { text, headers } = await request().get(`${report}/tables/applications.csv`)
    expect(text.startsWith('\uFEFF项目,')).toBe(true)
    expect(headers['content-disposition']).toContain('liuhe-2021-applications.csv')
  })

  it.each([
    ['.docx', 'wordprocessingml.document', '柳河镇人民政府2021年政府信息公开工作年度报告.docx'],
    ['.xlsx', 'spreadsheetml.sheet', '柳河镇人民政府2021年政府信息公开工作年度报告.xlsx'],
    [
      '/tables/disputes.xlsx',
      'spreadsheetml.sheet',
      '柳河镇人民政府2021年政府信息公开工作年度报告（复议诉讼表）.xlsx',
    ],
    [
      '/tables/disputes.csv',
      'text/csv',
      '柳河镇人民政府2021年政府信息公开工作年度报告（复议诉讼表）.csv',
    ],
  ])('is to be had as %s under a name that people read', async (path, type, name) => {
    const { headers, status } = await request().get(report + path)
    expect(status).toBe(200)
    expect(headers['content-type']).toContain(type)
    expect(headers['last-modified']).toBe('Thu, 10 Feb 2022 08:00:00 GMT')
    const again = await request()
      .get(report + path)
      .set('If-None-Match', headers.etag ?? '')
    expect(again.status).toBe(304)
    const [, encoded = ''] =
      /filename\*=UTF-8''(\S+)$/.exec(headers['content-disposition'] ?? '') ?? []
    expect(decodeURIComponent(encoded)).toBe(name)
    expect(headers['content-disposition']).toMatch(/^attachment; filename="liuhe-2021[a-z.-]+"; /)
    expect(errors).toEqual([])
  })

  it('is a page that runs nothing, and says that it is a correction', async () => {
    const { text, headers } = await request().get(`${report}.html`)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(headers['content-security-policy']).toBe(officialDocumentPolicy)
    expect(text).toContain(
      '本报告于2022年2月10日更正后重新发布，为第2次发布。更正原因：更正主动公开数量。',
    )
    expect(text).toContain(`<link rel="canonical" href="${baseUrl}${report}.html">`)
  })

  it('says on the page of an earlier revision that it is not to be relied on any more', async () => {
    const earlier = await request().get(`${report}/revisions/1.html`)
    expect(earlier.text).toContain('已由更正后的文本取代')
    expect(earlier.text).toContain(`href="${baseUrl}${report}.html">现行文本</a>`)
    const newest = await request().get(`${report}/revisions/2.html`)
    expect(newest.text).not.toContain('取代')
    // So whoever asks since when it was modified hears of the correction.
    expect(earlier.headers['last-modified']).toBe(newest.headers['last-modified'])
  })

  it('gives the article for WeChat, and says of which revision', async () => {
    const { body } = await request().get(`${report}/wechat`)
    expect(Object.keys(body)).toEqual(
      expect.arrayContaining([
        ...['title', 'author', 'digest', 'content', 'contentSourceUrl', 'cover', 'images'],
        ...['warnings', 'limits'],
      ]),
    )
    expect(refusedMarkup(body.content)).toEqual([])
    expect(body.report).toMatchObject({ revision: 2, digest: second2021.digest })
  })

  it('gives the article as a page on which only its own script runs', async () => {
    const { text, headers } = await request().get(`${report}/wechat?format=html`)
    const policy = headers['content-security-policy']
    const script = /<script>([^]*?)<\/script>/.exec(text)?.[1] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain(`'sha256-${createHash('sha256').update(script).digest('base64')}'`)
  })
})

describe('what is not there', () => {
  it.each([
    [404, '/v1/reports/liuhe/2020'],
    [404, '/v1/reports/nobody/2021'],
    [404, '/v1/reports/liuhe/abc'],
    [404, '/v1/reports/liuhe/99999'],
    [404, '/v1/reports/liuhe/2021.pdf'],
    [404, '/v1/reports/liuhe/2020.html'],
    [404, '/v1/reports/liuhe/2020.docx'],
    [404, '/v1/reports/liuhe/2020.xlsx'],
    [404, `${report}/revisions/1.docx`],
    [404, `${report}/revisions/3.html`],
    [404, '/v1/reports/liuhe/-1'],
    [404, '/v1/reports/liuhe%00/2021'],
    [404, `/v1/reports/${'a'.repeat(3000)}/2021`],
    [404, `${report}/tables/other.json`],
    [404, `${report}/tables/applications`],
    [404, `${report}/tables/applications.constructor`],
    [404, `${report}/revisions/3`],
    [404, `${report}/revisions/01`],
    [404, '/v1/reports/liuhe/2020/wechat'],
    [404, '/v1/channels/nobody/articles'],
    [404, '/v1/nothing'],
    [404, '/v1'],
    [410, '/v1/reports/donghe/2022'],
    [410, '/v1/reports/donghe/2022.json'],
    [410, '/v1/reports/donghe/2022/tables/disputes.csv'],
    [410, '/v1/reports/donghe/2022/revisions'],
    [410, '/v1/reports/donghe/2022/revisions/1'],
    [410, '/v1/reports/donghe/2022/revisions/1.html'],
    [410, '/v1/reports/donghe/2022.html'],
    [410, '/v1/reports/donghe/2022.docx'],
    [410, '/v1/reports/donghe/2022.xlsx'],
    [410, '/v1/reports/donghe/2022/tables/disputes.xlsx'],
    [410, '/v1/reports/donghe/2022/wechat'],
    [400, '/v1/reports/%E0%A4%A/2021'],
    [400, '/v1/reports/liuhe/%'],
    [400, '/v1/reports?page=0'],
    [400, '/v1/reports?limit=101'],
    [400, '/v1/reports?limit=1e1'],
    [400, '/v1/reports?year=twenty'],
    [400, '/v1/reports?year=2021&year=2022'],
    [400, '/v1/reports?q=%00'],
    [400, '/v1/organizations?page=x'],
    [400, '/v1/reports?q=a+b+c+d+e+f'],
    [400, '/v1/series'],
    [400, '/v1/series?organization=liuhe'],
    [400, '/v1/series?organization=,&metric=,'],
    [400, '/v1/series?organization=liuhe&metric=applications.received.nothing'],
    [400, '/v1/series?organization=liuhe&metric=__proto__'],
    [400, '/v1/series?organization=liuhe&metric=disclosureFigures.channels.nobody'],
    [400, '/v1/series?organization=1,2,3,4,5,6,7,8,9,10,11&metric=disclosureFigures.total'],
    [404, '/v1/series?organization=liuhe,nobody&metric=disclosureFigures.total'],
    [404, '/v1/series?organization=donghe&metric=disclosureFigures.total'],
    [404, '/v1/feed.atom?organization=nobody'],
    [404, '/v1/feed.rss'],
    [404, '/sitemap-2.xml'],
    [404, '/sitemap-0.xml'],
    [414, `/v1/reports?x=${'a'.repeat(8000)}`],
    [400, '/v1/channels/liuhe-wechat/articles?since=yesterday'],
    [400, `${report}/wechat?format=pdf`],
  ])('answers %i to %s, with a problem in Chinese', async (status, path) => {
    const answer = await request().get(path)
    expect(answer.status).toBe(status)
    expect(answer.headers).toMatchObject({
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      'access-control-allow-origin': '*',
    })
    const problem: Record<string, unknown> = JSON.parse(answer.text)
    expect(problem).toMatchObject({ type: 'about:blank', status, instance: path.slice(0, 500) })
    expect(problem.title).toMatch(/\p{Script=Han}/u)
    expect(problem.detail).toMatch(/\p{Script=Han}/u)
    expect(errors).toEqual([])
  })

  it('names the parameter that is wrong', async () => {
    const { text } = await request().get('/v1/reports?limit=1000')
    expect(JSON.parse(text)).toMatchObject({
      parameter: 'limit',
      detail: '参数 limit 有误：应为 1 至 100 的整数。',
    })
  })

  it('tells since when a report is withdrawn', async () => {
    const { text } = await request().get('/v1/reports/donghe/2022')
    expect(JSON.parse(text)).toMatchObject({
      title: '已撤回',
      withdrawnAt: '2024-03-01T01:00:00.000Z',
    })
  })
})

describe('requests other than reads', () => {
  it.each(['/sitemap.xml', '/robots.txt', '/v1/docs', '/healthz'])(
    'are refused by %s',
    async (path) => {
      await request().post(path).expect(405)
      await request().options(path).expect(204)
    },
  )

  it('are let in where receipts are, and nothing else is', async () => {
    const path = '/v1/articles/x/receipts'
    const asked = await request().options(path)
    expect(asked.headers['access-control-allow-methods']).toBe('POST, OPTIONS')
    const read = await request().get(path)
    expect([read.status, read.headers.allow]).toEqual([405, 'POST, OPTIONS'])
  })

  it.each(['post', 'put', 'patch', 'delete'] as const)('refuses %s', async (method) => {
    const answer = await request()[method](report)
    expect(answer.status).toBe(405)
    expect(answer.headers.allow).toBe('GET, HEAD, OPTIONS')
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
  })

  it('lets browsers of other sites ask first', async () => {
    const answer = await request()
      .options(report)
      .set('Access-Control-Request-Headers', 'if-none-match')
    expect(answer.status).toBe(204)
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD, OPTIONS',
      'access-control-allow-headers': '*',
    })
  })
})

describe('lists', () => {
  it('have the newest first and nothing that is withdrawn or superseded', async () => {
    const { body } = await request().get('/v1/reports')
    expect(body).toMatchObject({
      ...{ totalDocs: 2, limit: 20, page: 1, totalPages: 1 },
      ...{ hasNextPage: false, hasPrevPage: false, nextPage: null, prevPage: null },
    })
    expect(body.docs).toMatchObject([
      { year: 2021, revision: 2, url: `${baseUrl}${report}`, organization: { slug: 'liuhe' } },
      { year: 2019, revision: 1, format: '2019' },
    ])
    expect(body.docs[0]).not.toHaveProperty('sections')
  })

  it.each([
    ['year=2019', [2019]],
    ['organization=liuhe&year=2021', [2021]],
    ['organization=nobody', []],
    ['region=370725', [2021, 2019]],
    ['region=1', []],
    [`q=${encodeURIComponent('2019年')}`, [2019]],
    ['year=&q=', [2021, 2019]],
  ])('filter by %s', async (query, years) => {
    const { body } = await request().get(`/v1/reports?${query}`)
    expect(body.docs.map(({ year }: { year: number }) => year)).toEqual(years)
  })

  it('are paged', async () => {
    const { body } = await request().get('/v1/reports?limit=1&page=2')
    expect(body).toMatchObject({
      ...{ totalDocs: 2, limit: 1, page: 2, totalPages: 2 },
      ...{ hasNextPage: false, hasPrevPage: true, nextPage: null, prevPage: 1 },
    })
    expect(body.docs).toMatchObject([{ year: 2019 }])
  })

  it('name organs with their years, and channels with their organ', async () => {
    const organizations = await request().get('/v1/organizations')
    expect(organizations.body.docs).toMatchObject([{ slug: 'liuhe', years: [2019, 2021] }])
    const channels = await request().get('/v1/channels')
    expect(channels.body).toMatchObject({
      totalDocs: 1,
      docs: [{ slug: 'liuhe-wechat', organization: { slug: 'liuhe' } }],
    })
  })

  it('let the WeChat team pull what is new, each article once', async () => {
    const pull = async (since: string | null) => {
      const query = since ? `&since=${encodeURIComponent(since)}` : ''
      const { body } = await request().get(`/v1/channels/liuhe-wechat/articles?limit=1${query}`)
      return body
    }
    const one = await pull(null)
    expect(one).toMatchObject({ hasNextPage: true, docs: [{ year: 2019 }] })
    const two = await pull(one.next)
    expect(two).toMatchObject({ hasNextPage: false, docs: [{ year: 2021, revision: 2 }] })
    expect(two.docs[0]).toMatchObject({
      url: `${baseUrl}${report}`,
      article: `${baseUrl}${report}/wechat?channel=liuhe-wechat`,
    })
    const three = await pull(two.next)
    expect(three).toMatchObject({ hasNextPage: false, docs: [], next: two.next })
  })

  it('tell the WeChat team of a withdrawal as well, and of nothing twice', async () => {
    const pull = async (since: string) => {
      const { body } = await request().get(`/v1/channels/liuhe-wechat/articles?since=${since}`)
      return body
    }
    const before = await pull('0')
    expect(before.docs).toHaveLength(2)
    store.withdraw('liuhe', 2021)
    delivery.forget('liuhe', 2021)
    const after = await pull(before.next)
    expect(after.docs).toMatchObject([{ year: 2021, state: 'withdrawn', article: null }])
    expect(await pull(after.next)).toMatchObject({ docs: [], next: after.next })
  })

  it('refuse to go on from beyond the end, as after data was put back', async () => {
    const answer = await request().get('/v1/channels/liuhe-wechat/articles?since=999')
    expect(answer.status).toBe(400)
    expect(answer.body.detail).toContain('重新开始')
  })

  it.each(['2021-01-01', '2022-02-10T16:00:00.500+08:00', '2022-02-10T08:00:00Z'])(
    'take %s as since',
    async (since) => {
      const { body } = await request().get(`/v1/channels/liuhe-wechat/articles?since=${since}`)
      expect(body.docs).toMatchObject([{ year: 2021 }])
    },
  )
})

describe('an address', () => {
  it.each([
    ['/v1/reports?unknown=1&utm_source=x', '/v1/reports'],
    ['/v1/reports/', '/v1/reports'],
    ['/V1/Reports', '/v1/reports'],
    [`${report}/`, report],
    ['/v1/reports/liuhe/2021.JSON', report],
    ['/v1/reports?q=%20%20', '/v1/reports'],
    ['/v1/reports?q=%E6%9C%AC%E9%95%87++%E5%B9%B4', '/v1/reports?q=%E6%9C%AC%E9%95%87%20%E5%B9%B4'],
    [
      '/v1/series?organization=liuhe&organization=liuhe&metric=disclosureFigures.total',
      '/v1/series?organization=liuhe&metric=disclosureFigures.total',
    ],
  ])('%s is the same as %s', async (path, same) => {
    const [one, other] = await Promise.all([request().get(path), request().get(same)])
    expect([one.status, one.headers.etag]).toEqual([200, other.headers.etag])
  })

  it('tells organs apart by the case of their names', async () => {
    await request().get('/v1/reports/LIUHE/2021').expect(404)
  })
})

describe('what happens on the desk', () => {
  it('is seen at once in this process when it says so', async () => {
    await request().get(report).expect(200)
    await request().get('/v1/reports?year=2021').expect(200)
    store.withdraw('liuhe', 2021)
    delivery.forget('liuhe', 2021)
    for (const [path] of representations) {
      const { status } = await request().get(path)
      expect([path, status]).toEqual([path, 410])
    }
    const { body } = await request().get('/v1/reports?year=2021')
    expect(body.docs).toEqual([])
  })

  it('is seen after a second when another process did it', async () => {
    await request().get(report).expect(200)
    store.withdraw('liuhe', 2021)
    await new Promise((resolve) => setTimeout(resolve, 1100))
    await request().get(report).expect(410)
  })

  it('is not undone by a look-up that began before', async () => {
    const earlier = store.find('liuhe', 2021)
    const find = store.find
    store.find = () => earlier.then((found) => new Promise((r) => setTimeout(r, 50, found)))
    const slow = request().get(report).then()
    await new Promise((resolve) => setTimeout(resolve, 20))
    store.withdraw('liuhe', 2021)
    store.find = find
    delivery.forget('liuhe', 2021)
    await slow
    await request().get(report).expect(410)
  })

  it('shows a correction under the same address, with another ETag', async () => {
    const before = await request().get(report)
    const corrected = publicationOf(reportContent({ total: 121 }), {
      revision: 3,
      publishedAt: '2022-03-01T00:00:00.000Z',
    })
    store.publish(corrected)
    delivery.forget('liuhe', 2021)
    const after = await request()
      .get(report)
      .set('If-None-Match', before.headers.etag ?? '')
    expect(after.status).toBe(200)
    expect(after.body).toMatchObject({ revision: 3, digest: corrected.digest })
  })

  it('is not seen before it is published', async () => {
    await request().get('/v1/reports/xihe/2023').expect(404)
    store.publish(publicationOf(reportContent({ slug: 'xihe', year: 2023 })))
    delivery.forget('xihe', 2023)
    await request().get('/v1/reports/xihe/2023').expect(200)
  })
})

describe('the cost of reading', () => {
  it('is one look-up and one rendering for a hundred first readers', async () => {
    await withServer(delivery.app, async (port) => {
      const answers = await Promise.all(Array.from({ length: 100 }, () => rawGet(port, report)))
      expect(answers.map(({ status }) => status)).toEqual(Array(100).fill(200))
    })
    expect(store.calls).toMatchObject({ find: 1, load: 1 })
  })

  it('is one rendering where memory has no room: then a file has it', async () => {
    await withRoom({ memoryBytes: 1 })
    const bodies = []
    for (const coding of ['br', 'gzip', 'identity', 'br', 'gzip', 'identity']) {
      bodies.push((await request().get(report).set('Accept-Encoding', coding).expect(200)).text)
    }
    expect(new Set(bodies).size).toBe(1)
    expect(store.calls.load).toBe(1)
    expect(delivery.kept()).toMatchObject({ memoryBytes: 0 })
  })

  it('is bounded there too: what was put in first is rendered again', async () => {
    await withRoom({ memoryBytes: 1, fileBytes: 50_000 })
    const read = async (paths: string[]) => {
      for (const path of paths) await request().get(path).expect(200)
    }
    await read([report, report, `${report}/wechat`, `${report}/revisions/1`])
    const { load } = store.calls
    await read([report, report])
    expect(store.calls.load).toBe(load + 1)
    expect(delivery.kept().fileBytes).toBeLessThanOrEqual(50_000)
  })

  it('does not remember a failure', async () => {
    const load = store.load
    store.load = () => Promise.reject(new Error('database is locked at /secret/path'))
    const failed = await request().get(report)
    expect(failed.status).toBe(500)
    expect(failed.text).not.toContain('secret')
    expect(failed.headers['content-type']).toMatch(/^application\/problem\+json/)
    expect(errors).toHaveLength(1)
    store.load = load
    await request().get(report).expect(200)
  })
})

describe('health', () => {
  it('says that it lives, and whether it can serve', async () => {
    await request().get('/healthz').expect(200, { status: 'ok' })
    await request().get('/readyz').expect(200, { status: 'ready' })
    store.failure = new Error('no database')
    while (!delivery.watch.isAway) await delivery.watch.look()
    await request().get('/readyz').expect(503)
    await request().get('/healthz').expect(200)
  })

  it('is not ready before it has seen the database, and after it was stopped', async () => {
    const other = createDelivery(store, { baseUrl, log: () => {} })
    const status = async () => (await supertest(other.app).get('/readyz')).status
    expect(await status()).toBe(503)
    store.failure = new Error('not yet')
    await other.start()
    expect(await status()).toBe(503)
    store.failure = undefined
    await other.watch.look()
    expect(await status()).toBe(200)
    await other.stop()
    expect(await status()).toBe(503)
  })
})

describe('mounted before another handler', () => {
  it.each(['/', '/admin', '/v10', '/api/reports', '/%E0%A4%A', '/healthzz'])(
    'passes %s on, with any method',
    async (path) => {
      const site = express()
      site.use(delivery.app)
      site.use((_req, res) => void res.status(299).end())
      expect((await supertest(site).get(path)).status).toBe(299)
      expect((await supertest(site).post(path)).status).toBe(299)
    },
  )
})

describe('garbage', () => {
  it('in paths, queries and headers never makes an error of the server', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'reports',
        'liuhe',
        '2021',
        'tables',
        'applications',
        '.json',
        '.csv',
        'revisions',
      ),
      fc.constantFrom(
        '%',
        '%00',
        '%2F',
        '%E0%A4%A',
        '..',
        '//',
        '__proto__',
        'constructor',
        'wechat',
      ),
      fc.constantFrom(
        'channels',
        'articles',
        'organizations',
        '?',
        '&',
        '=',
        'limit=',
        'page=1',
        '[]',
      ),
      fc.string({ maxLength: 12 }).map((text) => text.replace(/[^\x21-\x7e]|#/g, '')),
      fc.string({ unit: 'binary', maxLength: 6 }).map((text) => encodeSafely(text)),
    )
    const path = fc
      .array(fc.tuple(piece, fc.constantFrom('/', '', '/', '?', '&')), { maxLength: 8 })
      .map((pieces) => `/v1/${pieces.flat().join('')}`)
    const header = fc.string({ maxLength: 30 }).map((text) => text.replace(/[^\x20-\x7e]/g, ''))
    await withServer(delivery.app, (port) =>
      fc.assert(
        fc.asyncProperty(path, header, async (target, value) => {
          const { status } = await rawGet(port, target, {
            'Accept-Encoding': value,
            'If-None-Match': value,
            'If-Modified-Since': value,
          })
          expect(status).toBeLessThan(500)
        }),
        { numRuns: 400 },
      ),
    )
    expect(errors).toEqual([])
  })
})

async function withRoom(room: { memoryBytes: number; fileBytes?: number }): Promise<void> {
  await delivery.stop()
  delivery = createDelivery(store, { baseUrl, room })
  await delivery.start()
}

const encodeSafely = (text: string) =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16)}`).join('')

/** Sends the path as it is; most clients tidy it up first. */
const rawGet = (port: number, path: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number }>((resolve, reject) => {
    http
      .get({ port, path, headers }, (res) => {
        res.resume()
        res.on('end', () => resolve({ status: res.statusCode ?? 0 }))
      })
      .on('error', reject)
  })

async function withServer(app: express.Express, use: (port: number) => Promise<void>) {
  const server = app.listen(0)
  try {
    await use((server.address() as AddressInfo).port)
  } finally {
    server.close()
  }
}

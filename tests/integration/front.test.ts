import express from 'express'
import { createServer, type RequestListener, type Server } from 'node:http'
import { Writable } from 'node:stream'
import pino from 'pino'
import supertest from 'supertest'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { createDelivery } from '../../src/delivery/createDelivery.ts'
import type { Delivery } from '../../src/delivery/createDelivery.ts'
import { metricsRoutes } from '../../src/delivery/routes/metrics.ts'
import { accessLog } from '../../src/server/accessLog.ts'
import { clientOf, type Trust } from '../../src/server/clientAddress.ts'
import { inFront, type Answered } from '../../src/server/front.ts'
import { createMetrics } from '../../src/server/metrics.ts'
import { rateLimit } from '../../src/server/rateLimit.ts'
import { memoryStore } from '../support/memoryStore.ts'
import type { MemoryStore } from '../support/memoryStore.ts'
import { publicationOf, reportContent } from '../support/publications.ts'

const report = '/v1/reports/liuhe/2021'
const pattern = '/v1/reports/:organization/:year{.json}'

let store: MemoryStore
let delivery: Delivery
let lines: Record<string, unknown>[]
let servers: Server[]

beforeEach(async () => {
  servers = []
  lines = []
  store = memoryStore([publicationOf(reportContent())])
  delivery = createDelivery(store, { baseUrl: 'https://gov.example', log: () => {} })
  await delivery.start()
})
afterEach(async () => {
  servers.forEach((server) => server.close())
  await delivery.stop()
})

/** A process as the server puts it together, behind a proxy on this machine. */
function site(perMinute = 0): ReturnType<typeof supertest> {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', 'loopback')
  const trust = app.get('trust proxy fn') as Trust
  const metrics = createMetrics(delivery)
  app.use(metricsRoutes(metrics))
  app.use(delivery.app)
  app.use((_req, res) => void res.status(299).end())
  const logger = pino(
    { level: 'error' },
    new Writable({
      write(chunk: Buffer, _, done) {
        lines.push(JSON.parse(String(chunk)) as Record<string, unknown>)
        done()
      },
    }),
  )
  return listening(
    inFront({
      app,
      answer: delivery.answer,
      ...(perMinute && { refuse: rateLimit(perMinute, trust) }),
      observers: [metrics.observe, accessLog(logger, trust)],
    }),
  )
}

function listening(listener: RequestListener): ReturnType<typeof supertest> {
  const server = createServer(listener).listen(0)
  servers.push(server)
  return supertest(server)
}

/** Every sample of the metrics by its name with labels. */
async function samples(request: ReturnType<typeof supertest>): Promise<Map<string, number>> {
  const { text } = await request.get('/metrics').expect(200)
  const found = text.matchAll(/^([^#\s][^ ]*(?:\{.*\})?) (\S+)$/gm)
  return new Map([...found].map(([, name = '', value]) => [name, Number(value)]))
}

const requests = (route: string, status: number, by: string) =>
  `gongkai_http_requests_total{route="${route}",status="${status}",by="${by}"}`

describe('GET /metrics', () => {
  it('counts what memory and what Express answered, by route and status', async () => {
    const request = site(5)
    const { headers } = await request.get(report).expect(200)
    await request.get(report).expect(200)
    await request
      .head(report)
      .set('Accept-Encoding', 'gzip, deflate')
      .set('If-None-Match', headers.etag ?? '')
      .expect(304)
    await request.get('/v1/reports/liuhe/1999').expect(404)
    await request.get('/v1/nothing').expect(404)
    await request.get('/admin/reset/secret').expect(299)
    await request.get('/elsewhere').expect(299)
    const from = { 'X-Forwarded-For': '203.0.113.7' }
    for (let time = 0; time < 6; time += 1) await request.get('/v1/channels').set(from)
    const found = await samples(request)
    const counted = [...found].filter(([name]) => name.startsWith('gongkai_http_requests_total'))
    expect(Object.fromEntries(counted)).toEqual({
      [requests(pattern, 200, 'express')]: 1,
      [requests(pattern, 404, 'express')]: 1,
      [requests(pattern, 200, 'memory')]: 1,
      [requests(pattern, 304, 'memory')]: 1,
      [requests('/v1*', 404, 'express')]: 1,
      [requests('/admin*', 299, 'express')]: 1,
      [requests('/*', 299, 'express')]: 1,
      [requests('/v1/channels', 200, 'express')]: 5,
      [requests('limit', 429, 'memory')]: 1,
    })
    expect(found.get(`gongkai_http_request_duration_seconds_count{route="${pattern}"}`)).toBe(2)
  })

  it('tells how the process fares, and whether it sees the database', async () => {
    const request = site()
    await request.get(report)
    const found = await samples(request)
    expect(found.get('process_resident_memory_bytes')).toBeGreaterThan(0)
    expect(found.has('nodejs_eventloop_lag_seconds')).toBe(true)
    expect(found.get('gongkai_delivery_cache_entries')).toBe(1)
    expect(found.get('gongkai_delivery_cache_memory_bytes')).toBe(delivery.kept().memoryBytes)
    expect(found.get('gongkai_delivery_cache_file_bytes')).toBe(delivery.kept().fileBytes)
    expect(found.get('gongkai_delivery_prepared')).toBe(1)
    expect(found.get('gongkai_delivery_database_up')).toBe(1)
    expect(found.get('gongkai_delivery_watch_age_seconds')).toBeGreaterThanOrEqual(0)
    store.failure = new Error('gone')
    await delivery.watch.look()
    await delivery.watch.look()
    expect((await samples(request)).get('gongkai_delivery_database_up')).toBe(0)
  })

  it('names no organ, year or address that somebody asked for', async () => {
    const request = site()
    await request.get(report)
    await request.get('/v1/reports/still-secret/2025?q=rumour')
    const { text } = await request.get('/metrics')
    expect(text).not.toMatch(/liuhe|still-secret|2025|rumour/)
  })
})

describe('the limit by client', () => {
  const from = (address: string) => ({ 'X-Forwarded-For': address })

  it('refuses with a problem who asks too often, whoever would answer, and nobody else', async () => {
    const request = site(2)
    const statuses = async (headers: Record<string, string>, times: number, path = report) => {
      const found = []
      for (let time = 0; time < times; time += 1) {
        found.push((await request.get(path).set(headers)).status)
      }
      return found
    }
    expect(await statuses(from('203.0.113.7'), 3)).toEqual([200, 200, 429])
    expect(await statuses(from('203.0.113.7'), 1, '/v1/channels')).toEqual([429])
    const search = await request.get('/search?q=x').set(from('203.0.113.7'))
    expect([search.status, search.type]).toEqual([429, 'text/html'])
    expect(search.text).toContain('请求过于频繁')
    expect(await statuses(from('203.0.113.8'), 2)).toEqual([200, 200])
    expect(await statuses({}, 4)).toEqual([200, 200, 200, 200])
    expect(await statuses(from('203.0.113.7'), 1, '/healthz')).toEqual([200])
    expect(await statuses(from('203.0.113.7'), 1, '/admin')).toEqual([299])
    // One may put what one likes before the address that the proxy saw.
    expect(await statuses(from('198.51.100.1, 203.0.113.7'), 1)).toEqual([429])
    const { headers, body } = await request.get(report).set(from('203.0.113.7'))
    expect(Number(headers['retry-after'])).toBeGreaterThan(0)
    expect(headers['content-type']).toMatch(/^application\/problem\+json/)
    expect(body).toMatchObject({ status: 429, title: '请求过于频繁', instance: report })
  })

  it.each([
    ['::1', undefined],
    ['127.0.0.1', undefined],
    ['::ffff:127.0.0.1', undefined],
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3::4', '20010db800010002'],
    ['2001:db8:1:2:ffff::', '20010db800010002'],
    ['2001:db8:1:3::4', '20010db800010003'],
    ['unknown', 'unknown'],
  ])('takes %s for the client %s', (address, client) => {
    expect(clientOf(address)).toBe(client)
  })

  it('counts addresses in absolute form too', async () => {
    let refused = 0
    const refuse = rateLimit(1, () => true)
    const answered: Answered[] = []
    const app: RequestListener = (_req, res) => void res.end()
    const request = listening(
      inFront({
        app,
        refuse: (req, res) => {
          req.url = `http://gov.example${req.url ?? ''}`
          const is = refuse(req, res)
          refused += Number(is)
          return is
        },
        observers: [(one) => answered.push(one)],
      }),
    )
    for (let time = 0; time < 2; time += 1) await request.get(report).set(from('203.0.113.7'))
    expect(refused).toBe(1)
    expect(answered.map(({ res }) => res.statusCode)).toEqual([200, 429])
  })
})

describe('the record of requests', () => {
  it('has a line for each, whoever answered, and no secrets of the admin', async () => {
    const request = site()
    await request.get(report).set('User-Agent', 'reader/1').set('X-Forwarded-For', '203.0.113.7')
    await request.get(report)
    await request.get('/admin/reset/token-of-a-password?x=token')
    expect(lines).toMatchObject([
      {
        ...{ level: 30, msg: 'request', method: 'GET', url: report, status: 200, by: 'express' },
        ...{ address: '203.0.113.7', agent: 'reader/1' },
      },
      { url: report, status: 200, by: 'memory' },
      { url: '/admin*', status: 299, by: 'express' },
    ])
    expect(JSON.stringify(lines)).not.toContain('token')
  })
})

import { createHash } from 'node:crypto'
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import express from 'express'
import supertest from 'supertest'
import { createDelivery } from '../../src/delivery/createDelivery.ts'
import type { KeyedDesk } from '../../src/delivery/KeyedDesk.ts'
import { openApiDocument } from '../../src/delivery/openapi/document.ts'
import { exampleAddress } from '../../src/delivery/openapi/exampleAddress.ts'
import type { Operation } from '../../src/delivery/openapi/types.ts'
import { metricsRoutes } from '../../src/delivery/routes/metrics.ts'
import { createMetrics } from '../../src/server/metrics.ts'
import { searchBusy } from '../../src/delivery/problem.ts'
import { conformance } from '../support/conformance.ts'
import { memoryStore } from '../support/memoryStore.ts'
import { publicationOf, reportContent } from '../support/publications.ts'
import { routesOf } from '../support/routesOf.ts'

const baseUrl = 'https://gov.example'
const document = openApiDocument(baseUrl)

const image = { name: `${'0'.repeat(64)}.png`, alt: '图', width: 1, height: 1 }
const content = { ...reportContent(), images: [image] }
const second = publicationOf(content, { revision: 2, correctionReason: '更正' })
const store = memoryStore([
  publicationOf(reportContent({ year: 2019 })),
  publicationOf(reportContent()),
  second,
  publicationOf(reportContent({ slug: 'donghe', year: 2022 })),
])
store.withdraw('donghe', 2022)

const refusalWith = (status: number) => Object.assign(new Error('密钥无效。'), { status })
const keyed: KeyedDesk = {
  async clearedReport(authorization) {
    if (!authorization) throw refusalWith(401)
    if (authorization === 'other') throw refusalWith(403)
    return { content, digest: second.digest, revision: 3 }
  },
  async recordReceipt(authorization, _publication, { link }) {
    if (!authorization) throw refusalWith(401)
    if (authorization === 'other') throw refusalWith(403)
    const receipt = { channel: 'liuhe-wechat', link: String(link), removed: false }
    const of = { revision: 2, digest: second.digest, recordedAt: '2024-01-01T00:00:00.000Z' }
    return { receipt: { ...receipt, ...of }, isNew: link === 'https://mp.weixin.qq.com/s/new' }
  },
}

const delivery = createDelivery(store, { baseUrl, log: () => {}, keyed })
beforeAll(() => delivery.start())
afterAll(() => delivery.stop())
const { app } = delivery
// Beside the delivery, in every process.
const wholeApp = express()
  .use(app)
  .use(metricsRoutes(createMetrics(delivery)))

/** Values of parameters that lead somewhere in this store. */
const values: Record<string, string> = {
  organization: 'liuhe',
  year: '2021',
  channel: 'liuhe-wechat',
  id: second.id,
}

interface Place {
  method: 'get' | 'post'
  path: string
  operation: Operation
}

const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]): Place => ({
    method: method as Place['method'],
    path,
    operation,
  })),
)

/** @param changed values other than those that lead somewhere */
function addressOf({ path, operation }: Place, changed: Record<string, string> = {}): string {
  const parameters = (operation.parameters ?? []).map((parameter) => {
    const example = changed[parameter.name] ?? values[parameter.name] ?? parameter.example
    const isAsked = parameter.in === 'path' || parameter.required || parameter.name in changed
    return { ...parameter, example: isAsked ? example : undefined }
  })
  return exampleAddress(path, { ...operation, parameters })
}

interface Attempt {
  address: string
  headers?: Record<string, string>
  body?: string
  before?: () => void | Promise<void>
}

const link = (name: string) => JSON.stringify({ link: `https://mp.weixin.qq.com/s/${name}` })
const withKey = { Authorization: 'mine', 'Content-Type': 'application/json' }

/** How an operation comes to a status. What is not here comes from what its parameters allow. */
const special: Record<string, Record<number, (place: Place) => Attempt>> = {
  recordReceipt: {
    200: (place) => ({ address: addressOf(place), headers: withKey, body: link('old') }),
    201: (place) => ({ address: addressOf(place), headers: withKey, body: link('new') }),
    400: (place) => ({ address: addressOf(place), headers: withKey, body: '{' }),
    401: (place) => ({
      address: addressOf(place),
      headers: { ...withKey, Authorization: '' },
      body: link('x'),
    }),
    403: (place) => ({
      address: addressOf(place),
      headers: { ...withKey, Authorization: 'other' },
      body: link('x'),
    }),
    404: (place) => ({
      address: addressOf(place, { id: '没有' }),
      headers: withKey,
      body: link('x'),
    }),
    413: (place) => ({
      address: addressOf(place),
      headers: withKey,
      body: link('x'.repeat(20_000)),
    }),
  },
  getArticle: {
    404: (place) => ({ address: addressOf(place, { organization: 'nobody' }) }),
    401: (place) => ({ address: addressOf(place, { stage: 'cleared' }) }),
    403: (place) => ({
      address: addressOf(place, { stage: 'cleared' }),
      headers: { Authorization: 'other' },
    }),
  },
  getSitemapFile: { 404: (place) => ({ address: addressOf(place, { number: '9' }) }) },
  getSeries: {
    400: (place) => ({ address: addressOf(place, { metric: 'applications.nothing' }) }),
  },
  listReports: {
    503: (place) => ({
      address: addressOf(place, { q: '忙' }),
      before: () => {
        const { list } = store
        store.list = () => {
          store.list = list
          return Promise.reject(searchBusy())
        }
      },
    }),
  },
  getReadiness: {
    503: (place) => ({
      address: addressOf(place),
      before: async () => {
        store.failure = new Error('away')
        while (!delivery.watch.isAway) await delivery.watch.look()
      },
    }),
  },
}

const broken = '%E0%A4%A'

async function attemptFor(place: Place, status: number): Promise<Attempt> {
  const given = special[place.operation.operationId]?.[status]
  if (given) return given(place)
  const plain = addressOf(place)
  const names = (place.operation.parameters ?? []).map(({ name }) => name)
  if (status === 200) return { address: plain }
  if (status === 304) {
    const { headers } = await supertest(app).get(plain)
    return { address: plain, headers: { 'If-None-Match': headers.etag ?? '' } }
  }
  if (status === 410) return { address: addressOf(place, { organization: 'donghe', year: '2022' }) }
  if (status === 404) {
    return {
      address: addressOf(place, { organization: 'nobody', channel: 'nobody', id: 'nobody' }),
    }
  }
  if (names.includes('limit')) return { address: addressOf(place, { limit: '0' }) }
  if (place.path.includes('{')) return { address: plain.replace(/liuhe-wechat|liuhe/, broken) }
  return { address: `${place.path}?organization=a&organization=b` }
}

const faultsOf = conformance(document)

const send = ({ method }: Place, { address, headers = {}, body }: Attempt) => {
  const request = supertest(wholeApp)[method](address).set(headers)
  return body === undefined ? request : request.send(body)
}

const cases = operations.flatMap((place) =>
  Object.keys(place.operation.responses)
    .filter((status) => status !== 'default')
    .map((status): [string, number, Place] => [place.operation.operationId, Number(status), place]),
)

describe('every operation answers as described', () => {
  afterEach(async () => {
    store.failure = undefined
    await delivery.watch.look()
  })

  it.each(cases)('%s, %i', async (_name, status, place) => {
    const attempt = await attemptFor(place, status)
    await attempt.before?.()
    const answer = await send(place, attempt)
    expect([attempt.address, answer.status]).toEqual([attempt.address, status])
    expect(faultsOf(place.operation, answer)).toEqual([])
    if (status === 200) expect(answer.text ?? answer.body).toBeTruthy()
  })

  it.each(operations.map((place): [string, Place] => [place.operation.operationId, place]))(
    '%s, with another method and with an address that is too long',
    async (_name, place) => {
      const refused = await supertest(app).delete(addressOf(place))
      expect(refused.status).toBe(405)
      expect(faultsOf(place.operation, refused)).toEqual([])
      const long = await supertest(app).get(`${addressOf(place)}?x=${'a'.repeat(8000)}`)
      expect(long.status).toBe(414)
      expect(faultsOf(place.operation, long)).toEqual([])
    },
  )

  const others: [what: string, operationId: string, changed: Record<string, string>][] = [
    ['an article as a page', 'getArticle', { format: 'html', form: 'phone' }],
    ['an article as its channel likes it', 'getArticle', { channel: 'liuhe-wechat' }],
    ['words with an excerpt', 'listReports', { q: '公开 信息' }],
    [
      'several series',
      'getSeries',
      { metric: 'applications.received.total,disclosureFigures.total' },
    ],
    ['a blank series', 'getSeries', { metric: 'disclosure.regulations.issued' }],
    ['a feed of one organ', 'getJsonFeed', { organization: 'liuhe' }],
    ['what is withdrawn', 'getArticleState', { id: 'donghe-2022-1' }],
    ['an earlier revision', 'getRevision', { number: '1' }],
    ['a list from an instant', 'listChannelArticles', { since: '2020-01-01' }],
  ]
  it.each(others)('%s', async (_what, operationId, changed) => {
    const place = operations.find(({ operation }) => operation.operationId === operationId)!
    const answer = await send(place, { address: addressOf(place, changed) })
    expect(answer.status).toBe(200)
    expect(faultsOf(place.operation, answer)).toEqual([])
  })

  it('a draft, to whoever has a key', async () => {
    const place = operations.find(({ operation }) => operation.operationId === 'getArticle')!
    const address = addressOf(place, { stage: 'cleared' })
    const { status, headers, body } = await send(place, {
      address,
      headers: { Authorization: 'mine' },
    })
    expect(status).toBe(200)
    expect(headers['cache-control']).toBe('private, no-store')
    expect(body.report.stage).toBe('cleared')
  })

  it('a failure of the database', async () => {
    const failing = createDelivery(
      { ...store, list: () => Promise.reject(new Error('locked')) },
      { baseUrl, log: () => {} },
    )
    const answer = await supertest(failing.app).get('/v1/reports')
    expect(answer.status).toBe(500)
    expect(faultsOf(document.paths['/v1/reports']!.get!, answer)).toEqual([])
  })
})

describe('the document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const { body } = await supertest(app).get('/v1/openapi.json')
    expect(body.openapi).toBe('3.1.0')
    const { valid, errors } = await new Validator().validate(body)
    expect([valid, errors]).toEqual([true, undefined])
  })

  it('has a name of its own for each operation, and a tag that is described', () => {
    const names = operations.map(({ operation }) => operation.operationId)
    expect(new Set(names).size).toBe(names.length)
    const tags = document.tags.map(({ name }) => name)
    for (const { operation } of operations)
      expect(tags).toEqual(expect.arrayContaining([...operation.tags]))
  })

  it('has every route, and no operation without one', () => {
    const routes = [app, wholeApp].flatMap(routesOf)
    const serving = ({ method, ...place }: Place) =>
      routes.find(
        (route) =>
          route.method === method && route.matches(addressOf({ method, ...place }).split('?')[0]!),
      )
    const served = operations.map((place) => ({ place, route: serving(place) }))
    const withoutRoute = served.filter(({ route }) => !route).map(({ place }) => place.path)
    const documented = new Set(served.map(({ route }) => route))
    const undocumented = routes.filter((route) => !documented.has(route)).map(({ path }) => path)
    expect({ withoutRoute, undocumented }).toEqual({ withoutRoute: [], undocumented: [] })
  })
})

describe('the page for people', () => {
  it('names every operation and schema, and links only to what is there', async () => {
    const { text } = await supertest(app).get('/v1/docs')
    const ids = new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
    for (const { operation } of operations) expect(ids).toContain(operation.operationId)
    const targets = [...text.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
    expect(targets.filter((id) => !ids.has(id))).toEqual([])
    expect(targets).toContain('schema-Report')
  })

  it('has one style that its policy allows, and nothing that the policy would refuse', async () => {
    const { text, headers } = await supertest(app).get('/v1/docs')
    const [, style = ''] = /<style>([^]*?)<\/style>/.exec(text) ?? []
    const hash = createHash('sha256').update(style).digest('base64')
    expect(headers['content-security-policy']).toContain(`style-src 'sha256-${hash}'`)
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(text).not.toMatch(/<script|<img|<link|<iframe| style=| on[a-z]+=|url\(/)
  })
})

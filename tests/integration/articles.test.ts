import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Express } from 'express'
import type { Payload } from 'payload'
import request from 'supertest'
import { keyedDesk } from '../../src/clients/keyedDesk.ts'
import { createDelivery } from '../../src/delivery/createDelivery.ts'
import { payloadStore } from '../../src/delivery/payloadStore.ts'
import { formatOf } from '../../src/formats/index.ts'
import type { Channel } from '../../src/payload-types.ts'
import { onAnnouncement } from '../../src/publication/announcements.ts'
import { balancedTables, variedLeaf } from '../support/balancedTables.ts'
import { boot, type Booted } from '../support/boot.ts'
import { furnish, newReport, type Office, type PersonKey } from '../support/office.ts'
import { restClient, type RestClient } from '../support/rest.ts'
import { paragraph, state, text } from '../support/richText.ts'

let booted: Booted
let payload: Payload
let office: Office
let rest: RestClient
let app: Express
let channel: Channel

beforeAll(async () => {
  booted = await boot()
  payload = booted.payload
  office = await furnish(payload)
  rest = await restClient(booted, office)
  const delivery = createDelivery(payloadStore(payload), {
    baseUrl: 'https://gov.example',
    keyed: keyedDesk(payload),
  })
  onAnnouncement(({ organization, year }) => delivery.forget(organization, year))
  app = delivery.app
  channel = await channelOf(office.town.id, 'qinghe-wechat', 'phone')
})
afterAll(() => booted.stop())

const channelOf = (organization: string, slug: string, tableForm: Channel['tableForm']) =>
  payload.create({
    collection: 'channels',
    data: { name: slug, slug, kind: 'wechat', organization, tableForm },
    depth: 0,
  })

const act = (person: PersonKey, id: string, verb: string, body?: unknown) =>
  rest.as(person).call('POST', `/api/reports/${id}/${verb}`, body)

/** A report of the town that may be published. */
async function finished(year: number): Promise<string> {
  const { id } = await newReport(payload, office.town.id, year)
  const tables = balancedTables(formatOf('2021'), variedLeaf(year))
  await rest.as('editor').call('PUT', `/api/reports/${id}/tables`, { revision: 0, tables })
  const { body } = await rest.as('editor').call('GET', `/api/reports/${id}/reconciliation`)
  for (const { key, severity, acknowledged } of body.findings) {
    if (severity === 'warning' && !acknowledged) {
      await act('editor', id, 'acknowledge', { key, reason: '属实' })
    }
  }
  await payload.db.updateMany({
    collection: 'sections',
    where: { report: { equals: id } },
    data: { content: state(paragraph(text('示例正文。'))) },
  })
  return id
}

async function published(year: number): Promise<string> {
  const id = await finished(year)
  expect(await act('reviewer', id, 'publish')).toMatchObject({ status: 200 })
  return id
}

async function corrected(id: string): Promise<void> {
  expect(await act('reviewer', id, 'revise', { comment: '更正' })).toMatchObject({ status: 200 })
  expect(await act('reviewer', id, 'publish', { comment: '更正' })).toMatchObject({ status: 200 })
}

const feed = async (since?: string, limit = 100) => {
  const query = new URLSearchParams({ limit: String(limit), ...(since ? { since } : {}) })
  const { status, body } = await request(app).get(`/v1/channels/qinghe-wechat/articles?${query}`)
  expect(status).toBe(200)
  return body
}

/** The article of a year as the channel tells it. */
const articleOf = async (year: number) =>
  (await feed()).docs.find((article: { year: number }) => article.year === year)

describe('the articles of a channel', () => {
  it('tell of a correction and of a withdrawal to whoever goes on, each once', async () => {
    const start = (await feed()).next
    const id = await published(2031)
    const first = await feed(start)
    expect(first.docs).toMatchObject([{ year: 2031, revision: 1, state: 'current' }])
    expect(first.docs[0].article).toBe(
      'https://gov.example/v1/reports/qinghe/2031/wechat?channel=qinghe-wechat',
    )
    await corrected(id)
    const second = await feed(first.next)
    expect(second.docs).toMatchObject([{ year: 2031, revision: 2, state: 'current' }])
    await act('reviewer', id, 'withdraw', { comment: '有误' })
    const third = await feed(second.next)
    expect(third.docs).toMatchObject([{ year: 2031, state: 'withdrawn', article: null }])
    expect(third.docs[0].withdrawnAt).toBeTruthy()
    expect(await feed(third.next)).toMatchObject({ docs: [], next: third.next })
    // Whoever comes late sees only what is so now.
    expect((await feed(start)).docs).toMatchObject([{ year: 2031, state: 'withdrawn' }])
  })

  it('miss nothing and tell nothing twice while reports are published all the time', async () => {
    const ids = []
    for (const year of [2032, 2033, 2034, 2035, 2036]) ids.push(await finished(year))
    const start = (await feed()).next
    const told: string[] = []
    let next = start
    let publishing = true
    const pulling = (async () => {
      for (let last = false; !last;) {
        last = !publishing
        const answer = await feed(next, 2)
        for (const { year, revision } of answer.docs) told.push(`${year} ${revision}`)
        next = answer.next
        if (answer.hasNextPage) last = false
      }
    })()
    await Promise.all(ids.map((id) => act('reviewer', id, 'publish')))
    await Promise.all(ids.slice(0, 3).map((id) => corrected(id)))
    publishing = false
    await pulling
    expect(new Set(told).size).toBe(told.length)
    for (const newest of ['2032 2', '2033 2', '2034 2', '2035 1', '2036 1']) {
      expect(told).toContain(newest)
    }
  })

  it('have tables in the form that the channel likes', async () => {
    await published(2037)
    const article = async (query: string) =>
      (await request(app).get(`/v1/reports/qinghe/2037/wechat${query}`)).body.content
    expect(await article('?channel=qinghe-wechat')).toBe(await article('?form=phone'))
    const wrong = await request(app).get('/v1/reports/qinghe/2037/wechat?channel=nobody')
    expect(wrong).toMatchObject({ status: 400, body: { parameter: 'channel' } })
  })
})

describe('the WeChat team in the admin', () => {
  const as = (person: PersonKey | undefined, method: string, path: string, body?: unknown) =>
    rest.as(person).call(method, `/api/publications/${path}`, body)

  it('sees the articles of its organ, and records where they stand', async () => {
    const report = await published(2038)
    const { id } = await articleOf(2038)
    const link = 'https://mp.weixin.qq.com/s/admin'
    const own = { slug: 'qinghe-wechat' }
    expect((await as('wechat', 'GET', `${id}/articles`)).body.docs).toMatchObject([
      { publication: { id, year: 2038 }, channel: own, mayHandle: true },
    ])
    const body = { channel: own.slug, link }
    expect(await as('wechat', 'POST', `${id}/receipts`, body)).toMatchObject({ status: 201 })
    expect(await as('wechat', 'POST', `${id}/receipts`, body)).toMatchObject({ status: 200 })
    const [task] = (await as('supervisor', 'GET', `${id}/articles`)).body.docs
    expect(task).toMatchObject({ mayHandle: false, standing: { link, stale: false } })

    const { docs } = await payload.find({
      collection: 'audit-entries',
      where: { and: [{ report: { equals: report } }, { action: { equals: 'recordReceipt' } }] },
    })
    expect(docs).toMatchObject([{ actorName: '示例wechat', details: { link, revision: 1 } }])
  })

  it('is alone in that, but for the reviewer and the administrator', async () => {
    await published(2040)
    const { id } = await articleOf(2040)
    const statuses: Record<string, number> = {}
    const everybody: (PersonKey | undefined)[] = [
      ...([undefined, 'otherEditor', 'editor', 'supervisor', 'reviewer'] as const),
      'administrator',
    ]
    for (const [index, person] of everybody.entries()) {
      const body = { link: `https://mp.weixin.qq.com/s/${index}` }
      statuses[person ?? 'stranger'] = (await as(person, 'POST', `${id}/receipts`, body)).status
    }
    expect(statuses).toEqual({
      ...{ stranger: 401, otherEditor: 404, editor: 403, supervisor: 403 },
      ...{ reviewer: 201, administrator: 201 },
    })
  })

  it('gets the page to copy from only of what is public', async () => {
    const report = await published(2039)
    const { id } = await articleOf(2039)
    expect((await as('otherEditor', 'GET', `${id}/article`)).status).toBe(404)
    await act('reviewer', report, 'withdraw', { comment: '有误' })
    expect((await as('wechat', 'GET', `${id}/article`)).status).toBe(409)
  })
})

describe('a receipt', () => {
  const link = 'https://mp.weixin.qq.com/s/AbCdEf'

  async function keyFor(data: { organization?: string; channels?: string[] }): Promise<string> {
    const apiKey = randomUUID()
    await payload.create({
      collection: 'api-clients',
      data: { name: '公众号系统', enableAPIKey: true, apiKey, ...data },
    })
    return `api-clients API-Key ${apiKey}`
  }
  const send = (id: string, key: string | undefined, body: object) => {
    const sent = request(app).post(`/v1/articles/${id}/receipts`)
    return (key ? sent.set('Authorization', key) : sent).send(body)
  }

  it('says what stands in WeChat, until a correction or withdrawal makes it stale', async () => {
    const key = await keyFor({ channels: [channel.id] })
    const report = await published(2041)
    const { id } = await articleOf(2041)
    expect(await send(id, key, { link })).toMatchObject({
      status: 201,
      body: { article: id, channel: 'qinghe-wechat', link, revision: 1, removed: false },
    })
    expect(await send(id, key, { link })).toMatchObject({ status: 200 })
    expect(await articleOf(2041)).toMatchObject({ standing: { link, stale: false, reason: null } })
    expect((await feed()).stale).toEqual([])

    await corrected(report)
    const correctedOne = await articleOf(2041)
    expect(correctedOne).toMatchObject({
      revision: 2,
      standing: { link, revision: 1, stale: true, reason: 'corrected' },
    })
    expect((await feed()).stale).toMatchObject([{ id, year: 2041, link, reason: 'corrected' }])
    expect((await request(app).get(`/v1/articles/${id}`)).body).toMatchObject({
      state: 'superseded',
      replacedBy: correctedOne.id,
      receipts: [{ channel: 'qinghe-wechat', link, stale: true }],
    })

    const newLink = `${link}2`
    expect(await send(correctedOne.id, key, { link: newLink })).toMatchObject({ status: 201 })
    expect((await feed()).stale).toEqual([])
    await act('reviewer', report, 'withdraw', { comment: '有误' })
    expect((await feed()).stale).toMatchObject([{ link: newLink, reason: 'withdrawn' }])
    await send(correctedOne.id, key, { link: newLink, removed: true }).expect(201)
    expect((await feed()).stale).toEqual([])
    expect(await articleOf(2041)).toMatchObject({ state: 'withdrawn', standing: null })
  })

  it('is refused with the reason', async () => {
    await published(2042)
    const { id } = await articleOf(2042)
    const key = await keyFor({ channels: [channel.id] })
    const foreign = await channelOf(office.otherTown.id, 'baiyun-wechat', 'grid')
    const foreignKey = await keyFor({ channels: [foreign.id] })
    const cases: [number, Promise<request.Response>][] = [
      [401, send(id, undefined, { link })],
      [401, send(id, 'api-clients API-Key nobody', { link })],
      [403, send(id, foreignKey, { link })],
      [403, send(id, foreignKey, { link, channel: 'qinghe-wechat' })],
      [400, send(id, key, { link, channel: 'baiyun-wechat' })],
      [400, send(id, key, { link: 'https://evil.example/s/1' })],
      [400, send(id, key, { link: 'javascript:alert(1)' })],
      [400, send(id, key, {})],
      [400, send(id, key, { link, removed: 'yes' })],
      [400, send(id, key, [])],
      [404, send(randomUUID(), key, { link })],
      [404, send('%00', key, { link })],
      [413, send(id, key, { link, text: 'x'.repeat(20_000) })],
      [405, request(app).put(`/v1/articles/${id}/receipts`).send({ link })],
      [405, request(app).post(`/v1/articles/${id}`).send({ link })],
    ]
    for (const [status, sent] of cases) {
      const answer = await sent
      expect([answer.status, answer.type]).toEqual([status, 'application/problem+json'])
      expect(answer.body.detail).toMatch(/\p{Script=Han}/u)
    }
    const broken = await request(app)
      .post(`/v1/articles/${id}/receipts`)
      .set('Authorization', key)
      .set('Content-Type', 'application/json')
      .send('{')
    expect(broken).toMatchObject({ status: 400, type: 'application/problem+json' })
    expect(await articleOf(2042)).toMatchObject({ standing: null })
  })

  it('is not taken from a person without a key, whatever cookie comes along', async () => {
    await published(2043)
    const { id } = await articleOf(2043)
    const { token } = await payload.login({
      collection: 'users',
      data: { email: office.people.wechat.email, password: 'correct-horse-battery' },
    })
    const answer = await request(app)
      .post(`/v1/articles/${id}/receipts`)
      .set('Cookie', `payload-token=${token}`)
      .send({ link })
    expect(answer.status).toBe(401)
  })

  describe('and a cleared draft', () => {
    const draft = (year: number, key?: string, query = '') => {
      const asked = request(app).get(`/v1/reports/qinghe/${year}/wechat?stage=cleared${query}`)
      return key ? asked.set('Authorization', key) : asked
    }

    it('is read with a key of the organ, of one above it and of its channel, and by nobody else', async () => {
      const id = await finished(2051)
      const key = await keyFor({ organization: office.town.id })
      await act('editor', id, 'submit')
      expect(await draft(2051, key)).toMatchObject({ status: 404 })
      expect(await act('reviewer', id, 'clear')).toMatchObject({ status: 200 })
      const keys: [number, string | undefined][] = [
        [200, key],
        [200, await keyFor({ organization: office.county.id })],
        [200, await keyFor({ channels: [channel.id] })],
        [404, await keyFor({ organization: office.otherTown.id })],
        [404, await keyFor({})],
        [401, undefined],
        [401, 'api-clients API-Key nobody'],
      ]
      for (const [status, one] of keys) expect((await draft(2051, one)).status).toBe(status)
      const { body, headers } = await draft(2051, key)
      expect(body).toMatchObject({ report: { stage: 'cleared', revision: 1, publishedAt: null } })
      expect(headers['cache-control']).toContain('no-store')
      expect((await draft(2051, key, '&format=html')).text).toContain('草稿，未发布')
      // Without asking for it, and without a key, it is not there.
      for (const path of ['', '/wechat', '.json']) {
        const answer = request(app).get(`/v1/reports/qinghe/2051${path}`)
        expect((await answer.set('Authorization', key)).status).toBe(404)
      }
      await act('reviewer', id, 'return', { comment: '再改' })
      expect((await draft(2051, key)).status).toBe(404)
    })

    it('is passed by somebody else than its last editor, and published as it was passed', async () => {
      const id = await finished(2052)
      expect(await act('reviewer', id, 'clear')).toMatchObject({ status: 409 })
      await rest.as('reviewer').call('PATCH', `/api/reports/${id}`, { preamble: '本报告如下。' })
      await act('editor', id, 'submit')
      const own = await act('reviewer', id, 'clear')
      expect(own).toMatchObject({ status: 403 })
      expect(own.body.errors[0].message).toContain('最后修改报告的人')
      expect(await act('editor', id, 'clear')).toMatchObject({ status: 403 })
      const cleared = await act('supervisor', id, 'clear', { comment: '同意' })
      expect(cleared).toMatchObject({ status: 200, body: { stage: 'cleared' } })
      const { name } = office.town
      const rename = (to: string) =>
        payload.update({ collection: 'organizations', id: office.town.id, data: { name: to } })
      await rename('新清河镇人民政府')
      const answer = await act('supervisor', id, 'publish')
      await rename(name)
      expect(answer).toMatchObject({ status: 409 })
      expect(answer.body.errors[0].message).toContain('内容与审核通过时不同')
      expect(await act('supervisor', id, 'publish')).toMatchObject({
        status: 200,
        body: { digest: cleared.body.digest },
      })
    })
  })
})

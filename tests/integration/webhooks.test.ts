import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import type { Payload } from 'payload'
import { createLocalReq } from 'payload'
import pino from 'pino'
import { Webhook as Verifier } from 'standardwebhooks'
import { inTransaction } from '../../src/desk/transaction.ts'
import type { Webhook, WebhookDelivery } from '../../src/payload-types.ts'
import { mostTries, pauseAfter } from '../../src/webhooks/backoff.ts'
import { deliver } from '../../src/webhooks/deliver.ts'
import { forgetOld } from '../../src/webhooks/forgetOld.ts'
import { patience } from '../../src/webhooks/Patience.ts'
import type { Attempt } from '../../src/webhooks/send.ts'
import { withdraw } from '../../src/workflow/withdraw.ts'
import { boot, type Booted } from '../support/boot.ts'
import { graphql } from '../support/graphql.ts'
import { furnish, type Office, type PersonKey } from '../support/office.ts'
import {
  startReceiver,
  type Received,
  type Receiver,
  type ReceiverAnswer,
} from '../support/receiver.ts'
import { furnishWebhooks, type WebhookOffice } from '../support/webhookOffice.ts'

let booted: Booted
let payload: Payload
let office: Office
let receiver: Receiver
let desk: WebhookOffice
let year = 2030

beforeAll(async () => {
  process.env.WEBHOOK_NETWORKS = '127.0.0.1'
  process.env.WEBHOOK_TIMEOUT_SECONDS = '0.5'
  receiver = await startReceiver()
  booted = await boot()
  payload = booted.payload
  office = await furnish(payload)
  desk = await furnishWebhooks(booted, office)
})
afterEach(async () => {
  for (const collection of ['webhook-deliveries', 'webhooks', 'payload-jobs'] as const) {
    await payload.db.deleteMany({ collection: collection, where: {} })
  }
  receiver.reset()
  process.env.WEBHOOK_NETWORKS = '127.0.0.1'
})
afterAll(async () => {
  await booted.stop()
  await receiver.stop()
})

const aWebhook = (data: Partial<Webhook> = {}) => desk.webhook({ url: receiver.url, ...data })
const aReport = () => desk.published((year += 1))

const verified = (secret: string, { body, headers }: Received) =>
  new Verifier(secret).verify(body, headers as Record<string, string>)

const attemptsOf = ({ attempts }: WebhookDelivery) => attempts as unknown as Attempt[]

async function onlyDelivery(webhook: Webhook): Promise<WebhookDelivery> {
  const all = await desk.deliveries(webhook)
  expect(all).toHaveLength(1)
  return all[0] as WebhookDelivery
}

const call = (person: PersonKey | undefined, method: string, path: string, body?: unknown) =>
  desk.rest.as(person).call(method, path, body)

describe('a website is told', () => {
  it('of a publication, a correction and a withdrawal, signed, in their order', async () => {
    const webhook = await aWebhook()
    const secret = await desk.secretOf(webhook)
    const report = await aReport()
    await desk.work()
    await desk.corrected(report, '更正第二部分的一处数字')
    await desk.work()
    await desk.withdrawn(report)
    await desk.work()

    const [first, second, third] = receiver.received.map((one) => verified(secret, one)) as [
      Received['json'],
      Received['json'],
      Received['json'],
    ]
    const { docs } = await payload.find({
      collection: 'publications',
      where: { report: { equals: report } },
      sort: 'revision',
      depth: 0,
    })
    const organization = { slug: 'qinghe', name: '清河镇人民政府' }
    const url = `http://localhost:3000/v1/reports/qinghe/${year}`
    expect(first).toEqual({
      id: expect.stringMatching(/^evt_/),
      type: 'report.published',
      occurredAt: docs[0]?.publishedAt,
      data: {
        organization,
        year,
        revision: 1,
        sequence: expect.any(Number),
        url,
        revisionUrl: `${url}/revisions/1`,
        title: docs[0]?.title,
        digest: docs[0]?.digest,
        publishedAt: docs[0]?.publishedAt,
        correctionReason: null,
      },
    })
    expect(second).toMatchObject({
      type: 'report.revised',
      data: { revision: 2, digest: docs[1]?.digest, correctionReason: '更正第二部分的一处数字' },
    })
    // Nothing but that it is gone.
    expect(third).toEqual({
      id: expect.stringMatching(/^evt_/),
      type: 'report.withdrawn',
      occurredAt: docs[1]?.withdrawnAt,
      data: { organization, year, revision: 2, sequence: docs[1]?.sequence, url },
    })
    const sequences = [first, second, third].map(({ data }) => data.sequence as number)
    expect(sequences).toEqual([...sequences].sort((a, b) => a - b))
    expect(new Set(sequences).size).toBe(3)
    const headers = receiver.received[0]?.headers
    expect(headers).toMatchObject({
      'webhook-id': first.id,
      'content-type': 'application/json; charset=utf-8',
    })
    const log = await desk.deliveries(webhook)
    expect(log.map(({ state, tries, event }) => ({ state, tries, event }))).toEqual(
      [first, second, third].map(({ id }) => ({ state: 'delivered', tries: 1, event: id })),
    )
    expect(log[0]).toMatchObject({
      title: `发布 · ${docs[0]?.title}`,
      body: receiver.received[0]?.body,
    })
    expect(attemptsOf(log[0] as WebhookDelivery)).toEqual([
      {
        at: expect.any(String),
        status: 204,
        excerpt: null,
        error: null,
        durationMs: expect.any(Number),
      },
    ])
  })

  it('when it is of the organ or of one above it, asked for the event, and is switched on', async () => {
    const told = {
      town: await aWebhook({ organization: office.town.id, url: `${receiver.url}/town` }),
      county: await aWebhook({ url: `${receiver.url}/county`, events: ['report.published'] }),
    }
    await aWebhook({ organization: office.otherTown.id, url: `${receiver.url}/other` })
    await aWebhook({ url: `${receiver.url}/off`, active: false })
    await aWebhook({ url: `${receiver.url}/withdrawals`, events: ['report.withdrawn'] })
    await aReport()
    await desk.work()
    expect(receiver.received.map(({ path }) => path).sort()).toEqual(['/county', '/town'])
    const [town] = await desk.deliveries(told.town)
    const [county] = await desk.deliveries(told.county)
    expect(town?.event).toBe(county?.event)
  })

  it('of nothing that was rolled back', async () => {
    const webhook = await aWebhook()
    const report = await aReport()
    await desk.work()
    const req = await createLocalReq({}, payload)
    const late = new Error('the end')
    const undone = inTransaction(req, async () => {
      await withdraw(req, report)
      throw late
    })
    await expect(undone).rejects.toBe(late)
    await desk.work()
    expect((await onlyDelivery(webhook)).type).toBe('report.published')
    expect(receiver.received).toHaveLength(1)
  })
})

describe('a try that fails', () => {
  const failures: [string, ReceiverAnswer, Partial<Attempt>][] = [
    [
      'is answered with 500',
      { status: 500, body: '维护中' },
      { status: 500, error: 'HTTP 500', excerpt: '维护中' },
    ],
    ['is answered with 404', { status: 404 }, { status: 404, error: 'HTTP 404' }],
    [
      'is answered with a redirect',
      { status: 302, headers: { Location: '/elsewhere' } },
      { status: 302, error: 'HTTP 302：不跟随重定向，请填写最终的网址' },
    ],
    ['is not answered', 'silent', { status: null, error: '0.5 秒内没有应答' }],
    ['is cut off', 'dropped', { status: null, error: '连接中断（ECONNRESET）' }],
  ]
  it('is not made where the status came and the rest did not', async () => {
    receiver.script('stalled')
    const webhook = await aWebhook()
    await aReport()
    await desk.work()
    const done = await onlyDelivery(webhook)
    expect(done).toMatchObject({ state: 'delivered', tries: 1, lastError: null })
    expect(attemptsOf(done)).toEqual([expect.objectContaining({ status: 200, excerpt: '收' })])
  })

  it.each(failures)('because it %s is logged and made again', async (_, answer, attempt) => {
    receiver.script(answer)
    const webhook = await aWebhook()
    await aReport()
    const before = Date.now()
    await desk.work()
    const waiting = await onlyDelivery(webhook)
    expect(waiting).toMatchObject({ state: 'pending', tries: 1, lastError: attempt.error })
    expect(attemptsOf(waiting)).toEqual([expect.objectContaining(attempt)])
    expect(Date.parse(waiting.nextAttemptAt ?? '')).toBeGreaterThanOrEqual(before + pauseAfter(1))
    const { docs: jobs } = await payload.db.find<{ waitUntil: string }>({
      collection: 'payload-jobs',
    })
    expect(jobs).toHaveLength(1)
    expect(Date.parse(jobs[0]?.waitUntil ?? '')).toBeGreaterThanOrEqual(
      Date.parse(waiting.nextAttemptAt ?? ''),
    )

    await desk.work()
    const done = await onlyDelivery(webhook)
    expect(done).toMatchObject({ state: 'delivered', tries: 2, lastError: null })
    expect(attemptsOf(done)).toHaveLength(2)
    expect(receiver.received.map(({ path }) => path)).toEqual(['/', '/'])
    expect(receiver.received[1]?.headers['webhook-id']).toBe(done.event)
    expect(receiver.received[1]?.body).toBe(receiver.received[0]?.body)
    expect((await payload.db.find({ collection: 'payload-jobs' })).docs).toEqual([])
  })

  it('is not waited for when the status is there and the answer never ends', async () => {
    receiver.script('endless')
    const webhook = await aWebhook()
    await aReport()
    await desk.work()
    const { state, attempts } = await onlyDelivery(webhook)
    expect(state).toBe('delivered')
    expect((attempts as unknown as Attempt[])[0]?.excerpt).toHaveLength(500)
  })

  it('because nobody listens is told in words', async () => {
    const other = await startReceiver()
    await other.stop()
    const webhook = await aWebhook({ url: other.url })
    await aReport()
    await desk.work()
    expect((await onlyDelivery(webhook)).lastError).toBe('连接被拒绝（ECONNREFUSED）')
  })

  it('because the address may not be reached any more sends nothing, whatever its name says', async () => {
    process.env.WEBHOOK_NETWORKS = '127.0.0.1 ::1'
    const webhook = await aWebhook({ url: receiver.url.replace('127.0.0.1', 'localhost') })
    const direct = await aWebhook()
    process.env.WEBHOOK_NETWORKS = ''
    await aReport()
    await desk.work()
    for (const one of [webhook, direct]) {
      expect((await onlyDelivery(one)).lastError).toContain('不是公网地址')
    }
    expect(receiver.received).toEqual([])
  })

  it('because the secret cannot be read sends nothing', async () => {
    const webhook = await aWebhook()
    await payload.db.updateOne({
      collection: 'webhooks',
      id: webhook.id,
      data: { secret: 'ff'.repeat(40) },
    })
    await aReport()
    await desk.work()
    expect((await onlyDelivery(webhook)).lastError).toContain('请换发密钥')
    expect(receiver.received).toEqual([])
  })

  it('for the last time is given up, and sent anew by the button', async () => {
    const webhook = await aWebhook()
    await aReport()
    receiver.script(...Array.from({ length: mostTries }, () => ({ status: 503 })))
    for (let tries = 0; tries < mostTries + 2; tries += 1) await desk.work()
    const given = await onlyDelivery(webhook)
    expect(given).toMatchObject({ state: 'failed', tries: mostTries, lastError: 'HTTP 503' })
    expect(given.nextAttemptAt ?? null).toBeNull()
    expect(receiver.received).toHaveLength(mostTries)
    expect((await payload.db.find({ collection: 'payload-jobs' })).docs).toEqual([])

    const path = `/api/webhook-deliveries/${given.id}/replay`
    expect((await call('supervisor', 'POST', path)).status).toBe(202)
    await desk.work()
    expect(await onlyDelivery(webhook)).toMatchObject({
      state: 'delivered',
      tries: 1,
      event: given.event,
      replayedBy: office.people.supervisor.name,
    })
    expect(receiver.received.at(-1)?.body).toBe(receiver.received[0]?.body)
  })

  it('with 410 switches the webhook off, and on again it forgets that', async () => {
    const webhook = await aWebhook()
    await aReport()
    await aReport()
    receiver.script({ status: 410 })
    await desk.work()
    await desk.work()
    const read = () => payload.findByID({ collection: 'webhooks', id: webhook.id, depth: 0 })
    expect(await read()).toMatchObject({ active: false, switchedOffAt: expect.any(String) })
    const log = await desk.deliveries(webhook)
    // The two may have been on their way at once.
    expect(log.map(({ lastError }) => lastError)).toContain('HTTP 410')
    expect(log.filter(({ state }) => state === 'pending')).toEqual([])
    await aReport()
    expect(await desk.deliveries(webhook)).toHaveLength(2)
    const [failed] = log.filter(({ state }) => state === 'failed')
    const refused = await call(
      'administrator',
      'POST',
      `/api/webhook-deliveries/${failed?.id}/replay`,
    )
    expect(refused).toMatchObject({
      status: 409,
      body: { errors: [{ message: expect.stringContaining('停用') }] },
    })

    await call('administrator', 'PATCH', `/api/webhooks/${webhook.id}`, { active: true })
    expect((await read()).switchedOffAt ?? null).toBeNull()
  })
})

describe('old news', () => {
  it('is not sent after new: a publication that was withdrawn before it got through', async () => {
    const webhook = await aWebhook()
    const report = await aReport()
    receiver.script({ status: 500 })
    await desk.work()
    await desk.withdrawn(report)
    await desk.work()
    await desk.work() // where both were taken up at once the second stood back
    expect(receiver.received.map(({ json }) => json.type)).toEqual([
      'report.published',
      'report.withdrawn',
    ])
    const [published, withdrawn] = await desk.deliveries(webhook)
    expect([published?.state, withdrawn?.state]).toEqual(['superseded', 'delivered'])
    const answer = await call(
      'administrator',
      'POST',
      `/api/webhook-deliveries/${published?.id}/replay`,
    )
    expect(answer).toMatchObject({ status: 409 })
    expect(answer.body.errors[0].message).toContain('已过时')
  })

  it('is not sent to whoever did not ask to hear of withdrawals either', async () => {
    const webhook = await aWebhook({ events: ['report.published'] })
    const report = await aReport()
    await desk.withdrawn(report)
    await desk.work()
    expect((await onlyDelivery(webhook)).state).toBe('superseded')
    expect(receiver.received).toEqual([])
  })

  it('is a withdrawal for once only: a report that is public again is not taken down by hand', async () => {
    const webhook = await aWebhook({ events: ['report.withdrawn'] })
    const report = await aReport()
    receiver.script({ status: 500 })
    await desk.withdrawn(report)
    await desk.work()
    await desk.corrected(report, '改正后重新发布')
    await desk.work() // whoever did not hear of it yet may still show what must not be seen
    expect(receiver.received.map(({ json }) => json.type)).toEqual([
      'report.withdrawn',
      'report.withdrawn',
    ])
    const delivery = await onlyDelivery(webhook)
    expect(delivery.state).toBe('delivered')
    const again = `/api/webhook-deliveries/${delivery.id}/replay`
    const answer = await call('administrator', 'POST', again)
    expect(answer).toMatchObject({ status: 409 })
    expect(answer.body.errors[0].message).toContain('已过时')
  })

  it('is waited for when it is under way: two about one report are never sent at once', async () => {
    const webhook = await aWebhook()
    let release = (): void => undefined
    receiver.script({ heldUntil: new Promise<void>((resolve) => (release = resolve)) })
    process.env.WEBHOOK_TIMEOUT_SECONDS = '20'
    const report = await aReport()
    const working = desk.work()
    await receiver.arrived(1)
    await desk.corrected(report, '更正')
    const [, second] = await desk.deliveries(webhook)
    await desk.makeDue()
    await deliver(payload, second?.id ?? '')
    expect(receiver.received).toHaveLength(1)
    expect((await desk.deliveries(webhook))[1]).toMatchObject({ state: 'pending', tries: 0 })
    release()
    await working
    process.env.WEBHOOK_TIMEOUT_SECONDS = '0.5'
    await desk.work()
    expect(receiver.received.map(({ json }) => json.type)).toEqual([
      'report.published',
      'report.revised',
    ])
  })
})

it('is sent when every process serves the change, and once by many who would send it at once', async () => {
  const webhook = await aWebhook()
  await aReport()
  const { id } = await onlyDelivery(webhook)
  await deliver(payload, id) // its time has not come
  expect(receiver.received).toEqual([])
  await desk.makeDue()
  await Promise.all([1, 2, 3, 4, 5].map(() => deliver(payload, id)))
  expect(receiver.received).toHaveLength(1)
})

it('leaves a receiver in peace that does not answer, without counting that as tries', async () => {
  const webhook = await aWebhook()
  await aReport()
  for (let failures = 0; failures < 3; failures += 1) patience.failed(webhook.id)
  const { id } = await onlyDelivery(webhook)
  await desk.makeDue()
  await deliver(payload, id)
  expect(receiver.received).toEqual([])
  const postponed = await onlyDelivery(webhook)
  expect(postponed).toMatchObject({ state: 'pending', tries: 0 })
  expect(Date.parse(postponed.nextAttemptAt ?? '')).toBeGreaterThan(Date.now())
  await desk.work()
  expect(await onlyDelivery(webhook)).toMatchObject({ state: 'delivered', tries: 1 })
})

describe('the buttons', () => {
  it('send a test at once, also while it is switched off, and tell what came of it', async () => {
    const webhook = await aWebhook({ active: false })
    const secret = await desk.secretOf(webhook)
    const path = `/api/webhooks/${webhook.id}/test`
    const good = await call('administrator', 'POST', path)
    expect(good).toMatchObject({ status: 200, body: { state: 'delivered', error: null } })
    expect(verified(secret, receiver.received[0] as Received)).toMatchObject({
      type: 'webhook.test',
    })
    receiver.script({ status: 401, body: 'bad signature' })
    const bad = await call('administrator', 'POST', path)
    expect(bad.body).toMatchObject({
      state: 'failed',
      error: 'HTTP 401',
      attempts: [{ excerpt: 'bad signature' }],
    })
    await desk.work()
    expect(receiver.received).toHaveLength(2)
  })

  it('send anew all that was given up since a day and still holds', async () => {
    const webhook = await aWebhook()
    const reports = [await aReport(), await aReport(), await aReport()]
    await desk.work()
    await desk.withdrawn(reports[0] ?? '')
    await desk.work()
    const log = await desk.deliveries(webhook)
    await payload.db.updateMany({
      collection: 'webhook-deliveries',
      where: { type: { equals: 'report.published' } },
      data: { state: 'failed' },
    })
    await payload.db.updateOne({
      collection: 'webhook-deliveries',
      id: log[1]?.id ?? '',
      data: { occurredAt: '2020-01-01T00:00:00.000Z' },
    })
    receiver.reset()
    const path = `/api/webhooks/${webhook.id}/replay`
    const answer = await call('administrator', 'POST', path, { since: '2020-01-02T00:00:00Z' })
    expect(answer).toEqual({ status: 202, body: { count: 1 } })
    await desk.work()
    expect(receiver.received.map(({ json }) => json.id)).toEqual([log[2]?.event])
    expect((await call('administrator', 'POST', path, { since: 'gestern' })).status).toBe(400)
    expect((await call('administrator', 'POST', path)).body).toEqual({ count: 1 })
  })

  it('try at once what waits for its next try', async () => {
    const webhook = await aWebhook()
    await aReport()
    receiver.script({ status: 500 })
    await desk.work()
    const { id } = await onlyDelivery(webhook)
    expect(
      (await call('administrator', 'POST', `/api/webhook-deliveries/${id}/replay`)).status,
    ).toBe(202)
    await deliver(payload, id)
    expect(await onlyDelivery(webhook)).toMatchObject({ state: 'delivered', tries: 1 })
  })

  it('give a new secret, and the one before signs for a day too if anybody has it', async () => {
    const webhook = await aWebhook()
    const path = `/api/webhooks/${webhook.id}/secret`
    const first = await call('administrator', 'POST', path)
    expect(first).toEqual({
      status: 201,
      body: { secret: expect.stringMatching(/^whsec_/), previousUntil: null },
    })
    const second = await call('administrator', 'POST', path)
    expect(second.body.previousUntil).toEqual(expect.any(String))
    const report = await aReport()
    await desk.work()
    for (const { body } of [first, second]) verified(body.secret, receiver.received[0] as Received)
    await payload.db.updateOne({
      collection: 'webhooks',
      id: webhook.id,
      data: { previousSecretUntil: new Date(Date.now() - 1).toISOString() },
    })
    await desk.corrected(report, '更正')
    await desk.work()
    verified(second.body.secret, receiver.received[1] as Received)
    expect(() => verified(first.body.secret, receiver.received[1] as Received)).toThrow('signature')
  })
})

describe('who may', () => {
  const people: [PersonKey | undefined, { read: number; write: number }][] = [
    ['administrator', { read: 1, write: 200 }],
    ['supervisor', { read: 1, write: 200 }],
    ['reviewer', { read: 0, write: 403 }],
    ['editor', { read: 0, write: 403 }],
    ['wechat', { read: 0, write: 403 }],
    [undefined, { read: 0, write: 403 }],
  ]
  it.each(people)('%s: read, change, press buttons', async (person, { read, write }) => {
    const webhook = await aWebhook({ organization: office.town.id })
    await aReport()
    const { id } = await onlyDelivery(webhook)
    const status = async (method: string, path: string, body?: unknown) =>
      (await call(person, method, path, body)).status
    for (const slug of ['webhooks', 'webhook-deliveries']) {
      const { status: code, body } = await call(person, 'GET', `/api/${slug}`)
      expect(code === 200 ? body.totalDocs : 0).toBe(read)
    }
    expect(await status('PATCH', `/api/webhooks/${webhook.id}`, { name: '网站' })).toBe(write)
    const button = read ? [201, 200, 202, 202] : Array(4).fill(person ? 404 : 401)
    expect([
      await status('POST', `/api/webhooks/${webhook.id}/secret`),
      await status('POST', `/api/webhooks/${webhook.id}/test`),
      await status('POST', `/api/webhooks/${webhook.id}/replay`),
      await status('POST', `/api/webhook-deliveries/${id}/replay`),
    ]).toEqual(button)
    // The log is the system's.
    expect(await status('PATCH', `/api/webhook-deliveries/${id}`, { state: 'delivered' })).toBe(403)
    expect(await status('DELETE', `/api/webhook-deliveries/${id}`)).toBe(403)
    expect(await status('POST', '/api/webhook-deliveries', { title: 'x' })).toBe(403)
  })

  it('a county office: nothing of an organ that is not below it', async () => {
    const city = await payload.create({
      collection: 'organizations',
      data: { name: '另一市人民政府', slug: `city-${year}` },
    })
    const webhook = await aWebhook({ organization: city.id })
    const data = { name: '网站', url: receiver.url, events: ['report.published'] }
    const create = (organization: string) =>
      call('supervisor', 'POST', '/api/webhooks', { ...data, organization })
    expect((await create(city.id)).status).toBe(403)
    const made = await create(office.town.id)
    expect(made.status).toBe(201)
    expect((await call('supervisor', 'GET', `/api/webhooks/${webhook.id}`)).status).toBe(404)
    expect((await call('supervisor', 'POST', `/api/webhooks/${webhook.id}/test`)).status).toBe(404)
    // Nor may it be handed over.
    const path = `/api/webhooks/${made.body.doc.id}`
    await call('supervisor', 'PATCH', path, { organization: city.id })
    const { organization } = await payload.findByID({
      collection: 'webhooks',
      id: made.body.doc.id,
      depth: 0,
    })
    expect(organization).toBe(office.town.id)
  })

  it.each([
    ['http://10.0.0.8/hooks', 'WEBHOOK_NETWORKS'],
    ['ftp://example.gov.cn', 'https://'],
    ['网站', '不是有效的网址'],
  ])('nobody: %s as the address', async (url, problem) => {
    const answer = await call('administrator', 'POST', '/api/webhooks', {
      ...{ name: '网站', organization: office.town.id, events: ['report.published'], url },
    })
    expect(answer.status).toBe(400)
    expect(answer.body.errors[0].data.errors).toEqual([
      expect.objectContaining({ path: 'url', message: expect.stringContaining(problem) }),
    ])
  })
})

describe('the secret', () => {
  it('is given out once, and is in no other answer and no log', async () => {
    const lines: string[] = []
    const { logger } = payload
    payload.logger = pino({ level: 'trace' }, { write: (line) => void lines.push(line) })
    try {
      const made = await call('administrator', 'POST', '/api/webhooks', {
        ...{
          name: '网站',
          organization: office.town.id,
          url: receiver.url,
          events: ['report.published'],
        },
        secret: 'whsec_ownChoice',
      })
      const { id } = made.body.doc as Webhook
      const webhook = { id } as Webhook
      const secrets = [await desk.secretOf(webhook), await desk.secretOf(webhook)]
      const kept = await payload.db.findOne<Webhook>({
        collection: 'webhooks',
        where: { id: { equals: id } },
      })
      receiver.script({ status: 500 }, { status: 500 }, { status: 410 })
      await aReport()
      for (let i = 0; i < 4; i += 1) await desk.work()
      const delivery = await onlyDelivery(webhook)
      expect(delivery.state).toBe('failed')
      const answers = [
        made,
        await call('administrator', 'GET', `/api/webhooks/${id}`),
        await call(
          'administrator',
          'GET',
          '/api/webhooks?select[secret]=true&select[previousSecret]=true',
        ),
        await call('administrator', 'GET', `/api/webhook-deliveries/${delivery.id}?depth=2`),
        await call('administrator', 'PATCH', `/api/webhooks/${id}`, {
          secret: 'whsec_AAAA',
          name: '网站二',
        }),
        await call('administrator', 'GET', '/api/webhooks?where[secret][like]=a'),
        await call('administrator', 'GET', '/api/webhook-deliveries?where[webhook.secret][like]=a'),
        await call('administrator', 'GET', '/api/webhooks?sort=secret'),
        await graphql(booted, office, 'administrator', '{ Webhooks { docs { id name secret } } }'),
        await graphql(
          booted,
          office,
          'administrator',
          '{ WebhookDeliveries { docs { webhook { secretIssuedAt } } } }',
        ),
      ]
      const told = JSON.stringify(answers) + lines.join('\n')
      expect(kept?.secret).toBeTruthy()
      expect(kept?.previousSecret).toBeTruthy()
      for (const secret of [...secrets, kept?.secret, kept?.previousSecret, 'ownChoice']) {
        expect(told).not.toContain(secret)
      }
      // Nor can it be guessed letter by letter, nor set by whoever may change the rest.
      expect(answers.slice(5, 7).map((answer) => (answer as { status: number }).status)).toEqual([
        400, 400,
      ])
      const after = await payload.db.findOne<Webhook>({
        collection: 'webhooks',
        where: { id: { equals: id } },
      })
      expect(after).toMatchObject({ name: '网站二', secret: kept?.secret })
      expect(lines.join('')).toContain('未能送达')
    } finally {
      payload.logger = logger
    }
  })
})

it('forgets what is done after some months, and nothing that is not done', async () => {
  const webhook = await aWebhook()
  await aReport()
  await aReport()
  const [first] = await desk.deliveries(webhook)
  await payload.db.updateOne({
    collection: 'webhook-deliveries',
    id: first?.id ?? '',
    data: { state: 'delivered' },
  })
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
  await forgetOld(payload, inDays(89))
  expect(await desk.deliveries(webhook)).toHaveLength(2)
  await forgetOld(payload, inDays(91))
  expect((await onlyDelivery(webhook)).state).toBe('pending')
})

it('takes its log with it when it is deleted', async () => {
  const webhook = await aWebhook()
  await aReport()
  expect((await call('administrator', 'DELETE', `/api/webhooks/${webhook.id}`)).status).toBe(200)
  await desk.work()
  expect(await desk.deliveries(webhook)).toEqual([])
  expect(receiver.received).toEqual([])
  expect((await payload.db.find({ collection: 'payload-jobs' })).docs).toEqual([])
})

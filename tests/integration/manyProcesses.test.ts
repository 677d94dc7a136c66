import supertest from 'supertest'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { createDelivery } from '../../src/delivery/createDelivery.ts'
import type { Delivery } from '../../src/delivery/createDelivery.ts'
import { memoryStore } from '../support/memoryStore.ts'
import type { MemoryStore } from '../support/memoryStore.ts'
import { publicationOf, reportContent } from '../support/publications.ts'

/** Deliveries in other processes than the one that publishes: nobody tells them. */

const report = '/v1/reports/liuhe/2021'
const other = '/v1/reports/donghe/2021'
const lists = ['/v1/reports', `${report}/revisions`]

let store: MemoryStore
let delivery: Delivery
let errors: unknown[]

beforeEach(async () => {
  errors = []
  store = memoryStore([
    publicationOf(reportContent()),
    publicationOf(reportContent({ slug: 'donghe' })),
  ])
  await open()
})
afterEach(() => delivery.stop())

/** @param everyMs between two looks; so long that only the test looks, unless given */
async function open(everyMs = 60_000, rememberForMs = 60_000): Promise<void> {
  await delivery?.stop()
  delivery = createDelivery(store, {
    baseUrl: 'https://gov.example',
    log: (error) => errors.push(error),
    watch: { everyMs, rememberForMs },
  })
  await delivery.start()
}

const get = (path: string) => supertest(delivery.app).get(path)
const statusOf = async (path: string) => (await get(path)).status
const look = () => delivery.watch.look()
const away = async () => {
  store.failure = new Error('connection refused to mongodb://user:password@host')
  await look()
  await look()
}

describe('what another process published or withdrew', () => {
  it('is seen by itself, without anybody asking for it', async () => {
    await open(5)
    expect(await statusOf(report)).toBe(200)
    store.withdraw('liuhe', 2021)
    while ((await statusOf(report)) !== 410) await new Promise((r) => setTimeout(r, 1))
  })

  it('is all that is forgotten: other reports are not asked about again', async () => {
    for (const path of [report, other, report, other]) expect(await statusOf(path)).toBe(200)
    expect(store.calls).toMatchObject({ find: 2, load: 2 })
    store.withdraw('liuhe', 2021)
    expect(await statusOf(report)).toBe(200)
    await look()
    expect(await statusOf(report)).toBe(410)
    expect(await statusOf(other)).toBe(200)
    expect(store.calls).toMatchObject({ find: 3, load: 2 })
  })

  it('is in the lists as well', async () => {
    expect((await get('/v1/reports')).body).toMatchObject({ totalDocs: 2 })
    store.withdraw('liuhe', 2021)
    await look()
    expect((await get('/v1/reports')).body).toMatchObject({ totalDocs: 1 })
  })

  it('is made ready before the first reader comes', async () => {
    store.publish(publicationOf(reportContent({ slug: 'xihe' })))
    await look()
    while (delivery.kept().entries === 0) await new Promise((r) => setTimeout(r, 1))
    const { load } = store.calls
    expect(await statusOf('/v1/reports/xihe/2021')).toBe(200)
    expect(store.calls.load).toBe(load)
  })

  it('is not undone by a look-up that read before and ended after', async () => {
    const find = store.find
    let end = () => {}
    store.find = async (...asked) => {
      const earlier = await find(...asked)
      await new Promise<void>((resolve) => (end = resolve))
      return earlier
    }
    const slow = get(report).then(({ status }) => status)
    while (store.calls.find === 0) await new Promise((r) => setTimeout(r, 1))
    await new Promise((r) => setTimeout(r, 20))
    store.withdraw('liuhe', 2021)
    store.find = find
    await look()
    end()
    expect(await slow).toBe(200)
    expect(await statusOf(report)).toBe(410)
  })

  it('is asked for once the process stops, which nobody tells any more', async () => {
    expect(await statusOf(report)).toBe(200)
    await delivery.stop()
    store.withdraw('liuhe', 2021)
    expect(await statusOf(report)).toBe(410)
  })

  it('is asked for where nothing was ever published: such addresses are without number', async () => {
    const made = '/v1/reports/nobody/2021'
    for (const path of [made, made]) expect(await statusOf(path)).toBe(404)
    expect(store.calls.find).toBe(2)
    store.publish(publicationOf(reportContent({ slug: 'nobody' })))
    expect(await statusOf(made)).toBe(200)
  })

  it('is asked for at every reading as long as nobody follows it', async () => {
    const alone = createDelivery(store, { baseUrl: 'https://gov.example' })
    await supertest(alone.app).get(report).expect(200)
    store.withdraw('liuhe', 2021)
    await supertest(alone.app).get(report).expect(410)
  })
})

describe('while the database is away', () => {
  it('what is in memory is served, the rest is said to come later', async () => {
    for (const path of [report, ...lists]) expect(await statusOf(path)).toBe(200)
    await away()
    await new Promise((r) => setTimeout(r, 1100)) // lists are good for a second by themselves
    for (const path of [report, ...lists]) expect([path, await statusOf(path)]).toEqual([path, 200])
    for (const path of [other, '/v1/organizations', `${report}/tables/disputes.json`]) {
      const { status, headers, body, text } = await get(path)
      expect([path, status]).toEqual([path, 503])
      expect(headers).toMatchObject({
        'retry-after': expect.stringMatching(/^\d+$/),
        'content-type': expect.stringMatching(/^application\/problem\+json/),
      })
      expect(body).toMatchObject({ status: 503, title: '暂时不可用' })
      expect(text).not.toContain('password')
    }
    expect(await statusOf('/readyz')).toBe(503)
    expect(await statusOf('/healthz')).toBe(200)
  })

  it('nothing is asked of it but whether it is back', async () => {
    await away()
    const { find, changes } = store.calls
    await statusOf(report)
    expect(store.calls).toMatchObject({ find, changes })
  })

  it('the first reader to notice is told so too', async () => {
    store.failure = new Error('gone')
    expect(await statusOf(report)).toBe(503)
    expect(errors).toEqual(expect.arrayContaining([store.failure]))
  })

  it('what changed meanwhile is caught up with before anything is served anew', async () => {
    expect(await statusOf(report)).toBe(200)
    await away()
    store.withdraw('liuhe', 2021)
    expect(await statusOf(report)).toBe(200)
    store.failure = undefined
    await look()
    expect(await statusOf(report)).toBe(410)
    expect(await statusOf(other)).toBe(200)
    expect(await statusOf('/readyz')).toBe(200)
  })

  it('memory is good for so long only', async () => {
    await open(60_000, 200)
    for (const path of [report, ...lists]) expect(await statusOf(path)).toBe(200)
    await away()
    while (delivery.watch.isFollowing) await new Promise((r) => setTimeout(r, 5))
    for (const path of [report, ...lists]) expect([path, await statusOf(path)]).toEqual([path, 503])
    store.failure = undefined
    await look()
    expect(await statusOf(report)).toBe(200)
  })
})

describe('a database that was put back to an earlier state', () => {
  it('is believed: what was published since is not there', async () => {
    store.publish(publicationOf(reportContent({ total: 99 }), { revision: 2 }))
    await look()
    expect((await get(report)).body).toMatchObject({ revision: 2 })
    const earlier = memoryStore([publicationOf(reportContent())])
    Object.assign(store, { changes: earlier.changes, find: earlier.find, load: earlier.load })
    await look()
    expect((await get(report)).body).toMatchObject({ revision: 1 })
    expect(await statusOf(other)).toBe(404)
  })
})

it('a failure that is not the database being away stays a failure', async () => {
  store.load = () => Promise.reject(new TypeError('a mistake of ours'))
  expect(await statusOf(report)).toBe(500)
  expect(await statusOf('/readyz')).toBe(200)
})

import http, { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { createDelivery } from '../../src/delivery/createDelivery.ts'
import type { Delivery } from '../../src/delivery/createDelivery.ts'
import { memoryStore } from '../support/memoryStore.ts'
import type { MemoryStore } from '../support/memoryStore.ts'
import { publicationOf, reportContent } from '../support/publications.ts'

const report = '/v1/reports/liuhe/2021'
const hotAddresses = [
  report,
  `${report}.json`,
  `${report}/tables/applications.json`,
  `${report}/tables/disclosure.csv`,
  `${report}/revisions/1`,
  `${report}/wechat`,
  `${report}/wechat?format=html`,
]

let store: MemoryStore
let delivery: Delivery
let express: Server
let front: Server
let hot: number

beforeEach(async () => {
  hot = 0
  store = memoryStore([
    publicationOf(reportContent({ total: 100 })),
    publicationOf(reportContent({ total: 101 }), { revision: 2 }),
  ])
  delivery = createDelivery(store, { baseUrl: 'https://gov.example', log: () => {} })
  await delivery.start()
  express = createServer(delivery.app).listen(0)
  front = createServer((req, res) => {
    if (delivery.answer(req, res)) hot += 1
    else delivery.app(req, res)
  }).listen(0)
})
afterEach(async () => {
  await delivery.stop()
  express.close()
  front.close()
})

const shapes: Record<string, string>[] = [
  {},
  ...['gzip, deflate, br, zstd', 'gzip', 'br;q=0.1, gzip;q=0.2', 'identity;q=0', '*', ',;='].map(
    (coding) => ({ 'Accept-Encoding': coding }),
  ),
  { 'If-None-Match': '*' },
  { 'If-None-Match': '"other"', 'If-Modified-Since': 'Thu, 01 Jan 2099 00:00:00 GMT' },
  { 'If-Modified-Since': 'Thu, 01 Jan 2099 00:00:00 GMT' },
  { 'If-Modified-Since': 'Thu, 01 Jan 1998 00:00:00 GMT' },
  { 'If-Modified-Since': 'yesterday' },
  { Range: 'bytes=0-9' },
  { Expect: '100-continue' },
  { Authorization: 'api-clients API-Key x', Cookie: 'a=b' },
  { 'Cache-Control': 'no-cache', Connection: 'close' },
  { Origin: 'https://elsewhere.example', 'X-Forwarded-For': '1.2.3.4' },
  { 'Content-Length': '2' },
]

describe('what is answered in front of Express', () => {
  it('is byte for byte what Express answers, whatever is asked', async () => {
    for (const path of hotAddresses) {
      const { headers } = await ask(express, { path, headers: { 'Accept-Encoding': 'br' } })
      const held: Record<string, string>[] = [
        { 'If-None-Match': headers.etag ?? '', 'Accept-Encoding': 'br' },
        { 'If-None-Match': `W/${headers.etag ?? ''}, "x"`, 'Accept-Encoding': 'br' },
        { 'If-None-Match': headers.etag ?? '' },
        { 'If-Modified-Since': headers['last-modified'] ?? '' },
      ]
      for (const method of ['GET', 'HEAD']) {
        for (const shape of [...shapes, ...held]) {
          const asked = { method, path, headers: shape }
          const before = hot
          const answers = [await ask(express, asked), await ask(front, asked)]
          expect([asked, answers[1]]).toEqual([asked, answers[0]])
          expect([asked, hot]).toEqual([asked, before + 1])
        }
      }
    }
  })

  it.each(['POST', 'OPTIONS', 'PUT'])('leaves %s to Express', async (method) => {
    await ask(express, { path: report })
    const asked = { method, path: report }
    expect(await ask(front, asked)).toEqual(await ask(express, asked))
    expect(hot).toBe(0)
  })

  it.each([
    `${report}?`,
    `${report}?x=1`,
    `${report}?format=htm`,
    `${report}/wechat?format=html&x=1`,
    '/v1/reports',
    '/v1/reports/liuhe/2020',
    `http://gov.example${report}`,
    '/V1/reports/liuhe/2021',
    '/v1/reports/%6Ciuhe/2021',
    `${report}/`,
  ])('leaves %s to Express however often it is asked', async (path) => {
    for (let time = 0; time < 3; time += 1) {
      expect(await ask(front, { path })).toEqual(await ask(express, { path }))
    }
    expect(hot).toBe(path.endsWith('?') ? 2 : 0)
  })

  it.each(hotAddresses)('is gone at once when %s is withdrawn', async (path) => {
    await ask(front, { path })
    expect(await ask(front, { path })).toMatchObject({ status: 200 })
    expect(hot).toBe(1)
    store.withdraw('liuhe', 2021)
    delivery.forget('liuhe', 2021)
    expect(await ask(front, { path })).toMatchObject({ status: 410 })
    expect(await ask(front, { path })).toMatchObject({ status: 410 })
    expect(hot).toBe(1)
  })

  it('is the correction once there is one, without a reader who made it ready', async () => {
    await ask(front, { path: report })
    store.publish(publicationOf(reportContent({ total: 102 }), { revision: 3 }))
    delivery.forget('liuhe', 2021)
    const answer = await ask(front, { path: report })
    expect(JSON.parse(answer.body)).toMatchObject({ revision: 3 })
  })

  it('is not made from a look-up that began before a change', async () => {
    let end = () => {}
    const find = store.find
    store.find = async (...asked) => {
      const earlier = await find(...asked)
      await new Promise<void>((resolve) => (end = resolve))
      return earlier
    }
    const slow = ask(front, { path: report })
    await until(() => store.calls.find > 0)
    await new Promise((resolve) => setTimeout(resolve, 20))
    store.withdraw('liuhe', 2021)
    store.find = find
    delivery.forget('liuhe', 2021)
    end()
    expect(await slow).toMatchObject({ status: 200 })
    expect(await ask(front, { path: report })).toMatchObject({ status: 410 })
    expect(hot).toBe(0)
  })

  it('needs no memory for the bytes: a file has them too', async () => {
    await delivery.stop()
    const room = { memoryBytes: 1 }
    delivery = createDelivery(store, { baseUrl: 'https://gov.example', room })
    await delivery.start()
    const answers = []
    for (let time = 0; time < 3; time += 1) answers.push(await ask(front, { path: report }))
    expect(answers[2]).toEqual(answers[0])
    expect([hot, store.calls.load]).toEqual([2, 1])
  })
})

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 1))
}

interface Answer {
  status: number
  headers: http.IncomingHttpHeaders
  /** But for the date. */
  raw: string[]
  /** As Latin-1, so that every byte counts. */
  body: string
}

const ask = (
  server: Server,
  asked: { method?: string; path: string; headers?: Record<string, string> },
) =>
  new Promise<Answer>((resolve, reject) => {
    const { port } = server.address() as AddressInfo
    const headers = { ...asked.headers }
    const req = http.request({ port, ...asked, headers, agent: false }, (res) => {
      const chunks: Buffer[] = []
      res.on('data', (chunk: Buffer) => chunks.push(chunk))
      res.on('end', () => {
        const { date: _, ...rest } = res.headers
        resolve({
          status: res.statusCode ?? 0,
          headers: rest,
          raw: res.rawHeaders.map((text, at, all) => (all[at - 1] === 'Date' ? '' : text)),
          body: Buffer.concat(chunks).toString('latin1'),
        })
      })
    })
    req.on('error', reject)
    req.end('Content-Length' in headers ? '{}' : undefined)
  })

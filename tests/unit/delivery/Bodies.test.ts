import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createServer, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { Bodies, type Body } from '../../../src/delivery/Bodies.ts'

/** All different, and of lengths below and above that of a piece of memory. */
const contents = Array.from({ length: 40 }, (_, at) =>
  Buffer.alloc(1 + ((at * 7_919) % 50_000), `${at} `),
)
const head = '\r\n\r\n'

describe.each([
  ['in the file alone', 0],
  ['now in memory, now in the file', 200_000],
])('bodies %s', (_, memoryBytes) => {
  let server: Server
  let bodies: Body[]

  beforeAll(async () => {
    const store = new Bodies({ memoryBytes, fileBytes: 1024 ** 3 })
    bodies = contents.map((content) => store.keep(content))
    server = createServer((req, res) => {
      const body = bodies[Number(req.url?.slice(1))]
      res.writeHead(200, { 'Content-Length': body?.length })
      body?.end(res)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve))
  })

  /** Asks for all at once, and only later begins to read: so the answers pile up on the way. */
  async function askAndWait(order: number[]): Promise<Buffer> {
    const { port } = server.address() as AddressInfo
    const socket = connect(port, '127.0.0.1')
    await new Promise((resolve) => socket.once('connect', resolve))
    const last = order.length - 1
    order.forEach((at, index) => {
      const end = index === last ? 'Connection: close\r\n' : ''
      socket.write(`GET /${at} HTTP/1.1\r\nHost: a\r\n${end}\r\n`)
    })
    await new Promise((resolve) => setTimeout(resolve, 100))
    const chunks: Buffer[] = []
    for await (const chunk of socket) chunks.push(chunk as Buffer)
    return Buffer.concat(chunks)
  }

  it('reach slow readers whole, whatever is sent to others meanwhile', async () => {
    const orders = Array.from({ length: 4 }, (_, reader) =>
      Array.from({ length: 400 }, (_, at) => (at * 13 + reader * 7) % contents.length),
    )
    const answers = await Promise.all(orders.map(askAndWait))
    answers.forEach((answer, reader) => {
      let from = 0
      for (const at of orders[reader] ?? []) {
        const begin = answer.indexOf(head, from) + head.length
        from = begin + (contents[at]?.length ?? 0)
        if (!answer.subarray(begin, from).equals(contents[at] as Buffer)) {
          throw new Error(`reader ${reader} got other bytes than those of body ${at}`)
        }
      }
      expect(from).toBe(answer.length)
    })
  })
})

it('go half by half when the file is full', () => {
  const store = new Bodies({ memoryBytes: 0, fileBytes: 1_000 })
  const bodies = Array.from({ length: 30 }, (_, at) => store.keep(Buffer.alloc(100, at)))
  expect(store.size.fileBytes).toBeLessThanOrEqual(1_000)
  expect(bodies.slice(0, 20).every(({ isGone }) => isGone)).toBe(true)
  expect(bodies.slice(-5).some(({ isGone }) => isGone)).toBe(false)
})

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import os from 'node:os'
import { Bodies, type Body } from '../../../src/delivery/Bodies.ts'
import { BytesFile } from '../../../src/delivery/BytesFile.ts'

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
    bodies = contents.map((content) => store.keep({ identity: content }).identity)
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

it('go half by half when the file is full, those of one representation together', () => {
  const store = new Bodies({ memoryBytes: 0, fileBytes: 1_000 })
  const kept = Array.from({ length: 30 }, (_, at) =>
    store.keep({
      br: Buffer.alloc(30, at),
      gzip: Buffer.alloc(30, at),
      identity: Buffer.alloc(70),
    }),
  )
  expect(store.size.fileBytes).toBeLessThanOrEqual(1_000)
  const gone = kept.map(({ br, gzip, identity }) =>
    [br, gzip, identity].map(({ isGone }) => isGone),
  )
  for (const each of gone) expect(new Set(each).size).toBe(1)
  expect(gone.slice(0, 20).flat()).not.toContain(false)
  expect(gone.slice(-3).flat()).not.toContain(true)
})

it('are sent once where the disk is full, and are gone for the next', () => {
  const folder = jest.spyOn(os, 'tmpdir').mockReturnValue('/nowhere')
  try {
    const errors: unknown[] = []
    const store = new Bodies({ memoryBytes: 0, fileBytes: 1_000 }, (error) => errors.push(error))
    const { identity } = store.keep({ identity: Buffer.from('text') })
    let sent: unknown
    identity.end({ end: (bytes: Buffer) => (sent = bytes.toString()) } as unknown as ServerResponse)
    expect([sent, identity.isGone, errors.length]).toEqual(['text', true, 1])
  } finally {
    folder.mockRestore()
  }
})

it('are not read from a file that is closed', () => {
  jest.useFakeTimers()
  try {
    const file = new BytesFile()
    file.append(Buffer.from('text'))
    file.drop()
    file.drop()
    jest.runAllTimers()
    expect(() => file.read(0, Buffer.alloc(4))).toThrow('closed')
  } finally {
    jest.useRealTimers()
  }
})

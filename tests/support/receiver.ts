import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The system of a website that is told: it keeps what it gets, and answers as it is told to. */
export interface Receiver {
  url: string
  received: Received[]
  /** How the next requests are answered, one after the other; then with 204 again. */
  script(...answers: ReceiverAnswer[]): void
  /** @returns when so many requests have come in all */
  arrived(count: number): Promise<void>
  reset(): void
  stop(): Promise<void>
}

export interface Received {
  path: string
  headers: IncomingHttpHeaders
  body: string
  json: { id: string; type: string; occurredAt: string; data: Record<string, unknown> }
}

export type ReceiverAnswer =
  | { status: number; body?: string; headers?: Record<string, string> }
  /** Says nothing until the other end gives up. */
  | 'silent'
  /** Says nothing until it is released, then 204. */
  | { heldUntil: Promise<unknown> }
  /** Closes the connection. */
  | 'dropped'
  /** Answers 200 and never ends. */
  | 'endless'
  /** Answers 200, says a word and stops in the middle. */
  | 'stalled'

export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = []
  const answers: ReceiverAnswer[] = []
  const server = createServer((req, res) => {
    void (async () => {
      const chunks: Buffer[] = []
      for await (const chunk of req) chunks.push(chunk as Buffer)
      const body = Buffer.concat(chunks).toString('utf8')
      received.push({ path: req.url ?? '', headers: req.headers, body, json: JSON.parse(body) })
      server.emit('arrival')
      await answer(res, answers.shift() ?? { status: 204 })
    })().catch(() => req.socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    script: (...given) => void answers.push(...given),
    arrived: (count) => arrived(server, received, count),
    reset() {
      received.length = answers.length = 0
    },
    stop: () => stopped(server),
  }
}

async function answer(res: ServerResponse, how: ReceiverAnswer): Promise<void> {
  if (how === 'silent') return
  if (how === 'dropped') return void res.socket?.destroy()
  if (how === 'endless') {
    res.writeHead(200).write('x'.repeat(100_000))
    return
  }
  if (how === 'stalled') {
    res.writeHead(200).write('收')
    return
  }
  if ('heldUntil' in how) {
    await how.heldUntil
    return void res.writeHead(204).end()
  }
  res.writeHead(how.status, how.headers).end(how.body)
}

const arrived = (server: Server, received: Received[], count: number) =>
  new Promise<void>((resolve) => {
    const look = () => {
      if (received.length < count) return
      server.off('arrival', look)
      resolve()
    }
    server.on('arrival', look)
    look()
  })

const stopped = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

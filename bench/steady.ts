// node dist/steady.js: asks at a steady rate, whether or not answers come (open loop), and says how
// long each answer took from the moment it was due. Options on the standard input, result as JSON.
import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import type { SteadyOptions, SteadyRun } from './steadyLoad.ts'

/** What asks is a program too: cold, it cannot ask so often, and what waits meanwhile waits for it. */
const secondsOfWarmUp = 1

/** Answers to the same request are equally long, so they need not be parsed to be counted. */
class Connection {
  readonly #socket: Socket
  readonly #onAnswer: (connection: Connection, dueAt: number, ok: boolean) => void
  readonly #status: string
  #length = 0
  #received = 0
  #ok = false
  #dueAt = 0

  constructor(
    socket: Socket,
    status: number,
    onAnswer: (connection: Connection, dueAt: number, ok: boolean) => void,
  ) {
    this.#socket = socket
    this.#status = `HTTP/1.1 ${status} `
    this.#onAnswer = onAnswer
    socket.setNoDelay(true).on('data', (chunk: Buffer) => this.#read(chunk))
    socket.on('error', fail).on('close', () => fail(new Error('A connection was closed')))
  }

  send(request: string, dueAt: number): void {
    this.#dueAt = dueAt
    this.#received = 0
    this.#socket.write(request)
  }

  #read(chunk: Buffer): void {
    if (this.#received === 0) {
      this.#ok = chunk.toString('latin1', 0, this.#status.length) === this.#status
      this.#length ||= lengthOf(chunk)
    }
    this.#received += chunk.length
    if (this.#received < this.#length) return
    const ok = this.#ok && this.#received === this.#length
    this.#onAnswer(this, this.#dueAt, ok)
  }
}

/** Of head and body; the head comes in one piece from whatever is measured here. */
function lengthOf(chunk: Buffer): number {
  const head = chunk.toString('latin1').split('\r\n\r\n', 1)[0] ?? ''
  const body = /^content-length: (\d+)/im.exec(head)?.[1] ?? '0'
  return head.length + 4 + Number(body)
}

async function run({ url, headers, status, rate, seconds, connections }: SteadyOptions) {
  const { hostname, port, pathname, search, host } = new URL(url)
  const lines = Object.entries({ Host: host, ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  )
  const request = [`GET ${pathname}${search} HTTP/1.1`, ...lines, '', ''].join('\r\n')
  const untimed = Math.floor(rate * secondsOfWarmUp)
  const total = untimed + Math.floor(rate * seconds)
  const latencies = new Float64Array(total)
  const late: number[] = []
  let [answered, failures, due, timed, timedFrom] = [0, 0, 0, 0, Infinity]
  let end = () => {}
  const ended = new Promise<void>((resolve) => (end = resolve))
  const onAnswer = (connection: Connection, dueAt: number, ok: boolean) => {
    if (dueAt >= timedFrom) latencies[timed++] = performance.now() - dueAt
    answered += 1
    if (!ok) failures += 1
    const next = late.shift()
    if (next === undefined) idle.push(connection)
    else connection.send(request, next)
    if (answered === total) end()
  }
  const idle = await Promise.all(
    Array.from({ length: connections }, async () => {
      const socket = connect(Number(port), hostname)
      await new Promise((resolve) => socket.once('connect', resolve))
      return new Connection(socket, status, onAnswer)
    }),
  )
  const began = performance.now()
  timedFrom = began + (untimed / rate) * 1000
  const tick = () => {
    const until = Math.min(total, Math.floor(((performance.now() - began) / 1000) * rate))
    for (; due < until; due += 1) {
      const dueAt = began + (due / rate) * 1000
      const connection = idle.pop()
      if (connection) connection.send(request, dueAt)
      else late.push(dueAt)
    }
    if (due < total) setTimeout(tick, 1)
  }
  tick()
  await ended
  const took = (performance.now() - began) / 1000
  const sorted = latencies.subarray(0, timed).sort()
  const at = (part: number) => sorted[Math.min(timed - 1, Math.floor(timed * part))] ?? NaN
  const result: SteadyRun = {
    perSecond: total / took,
    lateSeconds: took - total / rate,
    failures,
    p50: at(0.5),
    p99: at(0.99),
    max: at(1),
  }
  console.log(JSON.stringify(result))
  process.exit(0)
}

function fail(error: Error): never {
  console.error(error.message)
  process.exit(1)
}

await run(JSON.parse(await text(process.stdin)) as SteadyOptions)

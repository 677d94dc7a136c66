import { AsyncLocalStorage } from 'node:async_hooks'
import { readdirSync, writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { getPayload, type Payload } from 'payload'
import config from '../../payload.config.ts'
import { answering } from '../support/answering.ts'
import { furnish, newReport, password } from '../support/office.ts'
import { look } from './support/look.ts'
import type { Answer, Call, Order, Saying, Usage } from './support/protocol.ts'

/**
 * A process of its own, to be killed: it opens the database as the server does and answers its
 * parent's requests as the server would, by the same endpoints, without a socket in between.
 */

/** The order on whose behalf something runs. */
const current = new AsyncLocalStorage<{ id: number; hasWritten: boolean }>()

/** At once: what is said before a kill has been said. A full pipe takes a part at a time. */
function say(saying: Saying): void {
  let left = Buffer.from(`${JSON.stringify(saying)}\n`)
  while (left.length > 0) {
    try {
      left = left.subarray(writeSync(1, left))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error
    }
  }
}

const payload = await getPayload({ config })
watchWrites(payload)
const tokens = new Map<string, string>()
const answer = answering(await config)

createInterface({ input: process.stdin })
  .on('line', (line) => void carryOut(JSON.parse(line) as Order))
  .on('close', () => void payload.destroy().then(() => process.exit(0)))
say({ ready: true })

async function carryOut(order: Order): Promise<void> {
  await current.run({ id: order.id, hasWritten: false }, async () => {
    try {
      say({ done: order.id, result: await resultOf(order) })
    } catch (error) {
      say({
        failed: order.id,
        message: error instanceof Error ? (error.stack ?? '') : String(error),
      })
    }
  })
}

function resultOf(order: Order): unknown {
  switch (order.do) {
    case 'call':
      return call(order.call)
    case 'look':
      return look(payload)
    case 'usage':
      return usage()
    case 'furnish':
      return furnishWith(order.reports)
    case 'sql':
      return runSql(order.statement)
  }
}

async function call({ as, method, path, body, upload }: Call): Promise<Answer> {
  const headers = new Headers({ Authorization: `JWT ${await tokenOf(as)}` })
  if (body !== undefined) headers.set('Content-Type', 'application/json')
  const request = new Request(`http://localhost${path}`, {
    method,
    headers,
    body: upload ? formOf(upload) : body === undefined ? undefined : JSON.stringify(body),
  })
  const response = await answer(request)
  return {
    status: response.status,
    body: (await response.json()) as unknown,
    retryAfter: response.headers.get('retry-after'),
  }
}

function formOf({ name, text, fields }: NonNullable<Call['upload']>): FormData {
  const form = new FormData()
  form.set('file', new File([text], name))
  for (const [key, value] of Object.entries(fields)) form.set(key, value)
  return form
}

async function tokenOf(person: string): Promise<string> {
  const known = tokens.get(person)
  if (known) return known
  const email = `${person.toLowerCase()}@demo.example`
  const { token = '' } = await payload.login({ collection: 'users', data: { email, password } })
  tokens.set(person, token)
  return token
}

async function furnishWith(
  reports: Extract<Order, { do: 'furnish' }>['reports'],
): Promise<string[]> {
  const { town } = await furnish(payload)
  const ids: string[] = []
  for (const { year, format } of reports) {
    ids.push((await newReport(payload, town.id, year, format)).id)
  }
  return ids
}

async function runSql(statement: string): Promise<unknown> {
  const { client } = payload.db as unknown as {
    client: { executeMultiple: (sql: string) => Promise<unknown> }
  }
  return client.executeMultiple(statement)
}

function usage(): Usage {
  // What was freed is given back at the second time only.
  for (let i = 0; i < 3; i += 1) globalThis.gc?.()
  return { files: readdirSync('/proc/self/fd').length, resident: process.memoryUsage.rss() }
}

/** Lets the parent know when an order begins to write, so that it can kill while it does. */
function watchWrites({ db }: Payload): void {
  const writes = ['create', 'updateOne', 'updateMany', 'deleteOne', 'deleteMany'] as const
  for (const name of writes) {
    const write = db[name] as (args: unknown) => Promise<unknown>
    Object.assign(db, {
      [name]: (args: unknown) => {
        const order = current.getStore()
        if (order && !order.hasWritten) {
          order.hasWritten = true
          say({ writing: order.id })
        }
        return write.call(db, args)
      },
    })
  }
}

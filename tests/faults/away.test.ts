import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { createClient, type Client } from '@libsql/client'
import { existsSync, renameSync, statSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { startServer, type RunningServer } from '../support/server.ts'
import { cutLine, type CutLine } from './support/cutLine.ts'
import { freshDatabase, onMongo, type FreshDatabase } from './support/freshDatabase.ts'

/** The product itself, whose database goes away under load and comes back. */
let database: FreshDatabase
let line: CutLine | undefined
let server: RunningServer
let cookie: string
let report: string

beforeAll(async () => {
  database = freshDatabase()
  server = await startServer({
    DATABASE_URI: await reachable(database.uri),
    GONGKAI_SAMPLE: 'true',
    PAYLOAD_SECRET: 'only-for-tests',
    GONGKAI_ALLOW_STANDALONE_MONGODB: 'true',
  })
  const signedIn = await ask('POST', '/api/users/login', {
    email: 'admin@demo.example',
    password: server.password,
  })
  cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const { docs } = (await (await ask('GET', '/api/reports?where[year][equals]=2021')).json()) as {
    docs: { id: string }[]
  }
  report = docs[0]?.id ?? ''
}, 300_000)
afterAll(async () => {
  await server?.stop()
  await line?.close()
  database.remove()
})

/** MongoDB is reached over a line that can be cut. */
async function reachable(uri: string): Promise<string> {
  if (!onMongo) return uri
  const url = new URL(uri)
  line = await cutLine({ host: url.hostname, port: Number(url.port || 27017) })
  url.host = `127.0.0.1:${line.port}`
  return url.href
}

const ask = (method: string, path: string, body?: unknown) =>
  fetch(`${server.url}${path}`, {
    method,
    redirect: 'manual',
    headers: { 'Content-Type': 'application/json', ...(cookie && { Cookie: cookie }) },
    body: body === undefined ? undefined : JSON.stringify(body),
  })

const revision = async () => {
  const answer = await ask('GET', `/api/reports/${report}/tables`)
  return ((await answer.json()) as { revision: number }).revision
}

const save = async (at: number, decisions: number) =>
  ask('PUT', `/api/reports/${report}/tables`, {
    revision: at,
    tables: { disclosure: { penalty: { decisions } } },
  })

/** Of the sample report, as the public reads it. */
const inMemory = '/v1/reports/yingqiu/2020'

/** As long as a test takes: several readers and writers that do not wait for one another. */
function load() {
  const seen = new Set<string>()
  let isOver = false
  const keepAsking = async (path: string) => {
    while (!isOver) {
      const { status } = await ask('GET', path)
      seen.add(`${path} ${status}`)
      await delay(20)
    }
  }
  const asked = ['/api/users/me', `/api/reports/${report}/tables`, '/v1/reports', inMemory]
  const asking = asked.map(keepAsking)
  return {
    seen,
    stop: async () => {
      isOver = true
      await Promise.all(asking)
    },
  }
}

const until = async (isSo: () => Promise<boolean>) => {
  while (!(await isSo())) await delay(100)
}
const ready = async () => (await ask('GET', '/readyz')).status

const onMongoOnly = onMongo ? it : it.skip
const onSqliteOnly = onMongo ? it.skip : it

onMongoOnly(
  'is told while the line is cut, and is over when it is mended, without a restart',
  async () => {
    const at = await revision()
    expect((await ask('GET', inMemory)).status).toBe(200)
    const { seen, stop } = load()
    line?.cut()
    await until(async () => (await ready()) === 503)
    const refused = await save(at, 901)
    expect(refused.status).toBe(503)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    const body = (await refused.json()) as { errors: { message: string }[] }
    expect(body.errors[0]?.message).toMatch(/数据库暂时无法访问/)
    const page = await ask('GET', '/admin')
    expect(page.status).toBe(503)
    line?.mend()
    await until(async () => (await ready()) === 200)
    expect(await revision()).toBe(at)
    expect((await save(at, 902)).status).toBe(200)
    await stop()
    const told = [...seen]
    expect(told.filter((answer) => !/ (200|503)$/.test(answer))).toEqual([])
    expect(told.filter((answer) => answer.startsWith(inMemory))).toEqual([`${inMemory} 200`])
  },
  120_000,
)

/** SQLite has no line; another process may hold the file, and somebody may take it away. */
onSqliteOnly(
  'a save waits while another process writes, and readers do not',
  async () => {
    const at = await revision()
    const other: Client = createClient({ url: database.uri })
    await other.executeMultiple('PRAGMA busy_timeout = 5000')
    const holding = await other.transaction('write')
    const { seen, stop } = load()
    try {
      const saving = save(at, 903)
      await until(async () => seen.size >= 4)
      expect(await revision()).toBe(at)
      expect(await ready()).toBe(200)
      await holding.commit()
      expect((await saving).status).toBe(200)
    } finally {
      await stop()
      holding.close()
      other.close()
    }
    expect([...seen].filter((answer) => !answer.endsWith(' 200'))).toEqual([])
  },
  120_000,
)

onSqliteOnly('a file that was moved and put back holds what was saved meanwhile', async () => {
  const at = await revision()
  const file = database.file ?? ''
  renameSync(file, `${file}.away`)
  const saved = await save(at, 904)
  expect([200, 503]).toContain(saved.status)
  expect(existsSync(file)).toBe(false)
  renameSync(`${file}.away`, file)
  const now = await revision()
  expect(now).toBe(saved.status === 200 ? at + 1 : at)
  expect((await save(now, 905)).status).toBe(200)
})

it('a stop finishes the request that runs, and closes the database', async () => {
  const at = await revision()
  const saving = save(at, 906)
  await delay(5) // the request is on its way
  const stopped = server.stop()
  const answer = await saving
  expect(answer.status).toBe(200)
  expect(((await answer.json()) as { revision: number }).revision).toBe(at + 1)
  expect(await stopped).toBe(0)
  if (onMongo) return
  const log = `${database.file}-wal`
  expect(existsSync(log) ? statSync(log).size : 0).toBe(0)
})

import { writeFileSync } from 'node:fs'
import path from 'node:path'
import {
  startServer,
  temporaryFolder,
  type RunningServer,
  type ServerOptions,
} from './processes.ts'

/** Of the sample that the product puts into an empty database. */
const reportPath = '/v1/reports/yingqiu/2020'
const demoPassword = 'only-for-the-benchmark'

/** An address, and how it must answer to be measured. */
export interface Target {
  url: string
  headers: Record<string, string>
  status: number
  /** Length of the body. */
  bytes: number
}

export type TargetKey = 'report' | 'notModified' | 'express' | 'nodeHttp' | 'payloadRest'

/** Servers that run, and what to ask of them. */
export interface Targets {
  all: Map<TargetKey, Target>
  /** @throws when one of them answers otherwise than it should */
  check: () => Promise<void>
  stop: () => Promise<void>
}

/** Starts the product and the baselines that are needed, each in a process of its own. */
export async function prepareTargets(needed: readonly TargetKey[]): Promise<Targets> {
  const servers: RunningServer[] = []
  const start = async (options: ServerOptions): Promise<string> => {
    const server = await startServer(options)
    servers.push(server)
    return server.url
  }
  const stop = async () => {
    await Promise.all(servers.map((server) => server.stop()))
  }
  try {
    const makers = await targetMakers(start)
    const all = new Map<TargetKey, Target>()
    for (const key of needed) all.set(key, await makers[key]())
    return { all, check: () => refuseWrongAnswers(all), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function targetMakers(
  start: (options: ServerOptions) => Promise<string>,
): Promise<Record<TargetKey, () => Promise<Target>>> {
  const folder = temporaryFolder()
  const product = (role: 'all' | 'delivery') =>
    start({
      script: ['server.js'],
      env: {
        DATABASE_URI: `file:${path.join(folder, 'gongkai.db')}`,
        PAYLOAD_SECRET: 'only-for-the-benchmark',
        GONGKAI_DEMO_PASSWORD: demoPassword,
        GONGKAI_ROLE: role,
        NEXT_TELEMETRY_DISABLED: '1',
      },
      readyPath: reportPath,
    })
  // As whoever expects load runs it: the public API in a process of its own. Else the garbage of
  // Payload's REST, which is asked in turn with it, would be its garbage.
  const desk = await product('all')
  const delivery = await product('delivery')
  const { body, etag } = await published(delivery + reportPath)
  const file = path.join(folder, 'report.json')
  writeFileSync(file, body)
  const whole = { headers: {}, status: 200, bytes: body.length }
  const baseline = async (kind: string): Promise<Target> => {
    const url = await start({ script: ['baseline.js', kind, file], readyPath: reportPath })
    return { ...whole, url: url + reportPath }
  }
  return {
    report: async () => ({ ...whole, url: delivery + reportPath }),
    notModified: async () => ({
      url: delivery + reportPath,
      headers: { 'If-None-Match': etag },
      status: 304,
      bytes: 0,
    }),
    express: () => baseline('express'),
    nodeHttp: () => baseline('nodeHttp'),
    payloadRest: () => payloadRest(desk),
  }
}

async function published(url: string): Promise<{ body: Buffer; etag: string }> {
  const { body, etag } = await fetchOnce(url, {})
  const { year, tables } = parsed<{ year?: number; tables?: object }>(body)
  if (year !== 2020 || !tables || !etag) throw new Error(`${url} is not the sample report`)
  return { body, etag }
}

/** The same report as Payload itself gives it, to an administrator. */
async function payloadRest(desk: string): Promise<Target> {
  const login = await fetch(`${desk}/api/users/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: 'admin@demo.example', password: demoPassword }),
  })
  const { token } = (await login.json()) as { token?: string }
  const headers = { Authorization: `JWT ${token}` }
  const found = 'where[year][equals]=2020&where[organization.slug][equals]=yingqiu&depth=0'
  const list = await fetchOnce(`${desk}/api/reports?${found}`, headers)
  const id = parsed<{ docs?: { id: string }[] }>(list.body).docs?.[0]?.id
  const url = `${desk}/api/reports/${id}?depth=2`
  const { status, body } = await fetchOnce(url, headers)
  if (status !== 200 || parsed<{ year?: number }>(body).year !== 2020) {
    throw new Error(`Payload answers ${status} for ${url}`)
  }
  return { url, headers, status: 200, bytes: body.length }
}

const parsed = <T>(body: Buffer): T => JSON.parse(body.toString('utf8')) as T

async function refuseWrongAnswers(targets: Map<TargetKey, Target>): Promise<void> {
  for (const [key, target] of targets) {
    const { status, body } = await fetchOnce(target.url, target.headers)
    if (status === target.status && body.length === target.bytes) continue
    throw new Error(
      `${key}: expected ${target.status} with ${target.bytes} bytes, got ${status} with ${body.length}`,
    )
  }
}

/** As the load generators ask: without compression. */
async function fetchOnce(url: string, headers: Record<string, string>) {
  const answer = await fetch(url, { headers: { ...headers, 'Accept-Encoding': 'identity' } })
  return {
    status: answer.status,
    etag: answer.headers.get('etag'),
    body: Buffer.from(await answer.arrayBuffer()),
  }
}

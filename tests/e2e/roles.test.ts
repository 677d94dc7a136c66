import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startServer, startWithinMs, type RunningServer } from '../support/server.ts'

/** One process for the editors, two for the public, on one database. */

const folder = mkdtempSync(path.join(os.tmpdir(), 'gongkai-roles-'))
const recorded = path.join(folder, 'modules')
const recorder = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../support/recordModules.mjs',
)
const report = '/v1/reports/yingqiu/2020'

let admin: RunningServer
let publicOnes: RunningServer[] = []

beforeAll(async () => {
  const env = { DATABASE_URI: `file:${path.join(folder, 'gongkai.db')}` }
  // The first fills the database.
  admin = await startServer({ ...env, GONGKAI_ROLE: 'all' })
  publicOnes = [
    await startServer({
      ...env,
      GONGKAI_ROLE: 'delivery',
      NODE_OPTIONS: `--import ${pathToFileURL(recorder).href}`,
      RECORD_MODULES: recorded,
    }),
    await startServer({ ...env, GONGKAI_ROLE: 'delivery', RATE_LIMIT_PER_MINUTE: '100000' }),
  ]
}, startWithinMs + 120_000)

afterAll(async () => {
  await Promise.all([admin, ...publicOnes].map((server) => server?.stop()))
  rmSync(folder, { recursive: true, force: true })
})

const statusOf = async (server: RunningServer, address: string) => {
  const answer = await fetch(server.url + address)
  await answer.arrayBuffer()
  return answer.status
}

async function signIn(): Promise<Record<string, string>> {
  const answer = await fetch(`${admin.url}/api/users/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: 'admin@demo.example', password: admin.password }),
  })
  const { token } = (await answer.json()) as { token: string }
  return { Authorization: `JWT ${token}`, 'Content-Type': 'application/json' }
}

/** Payload's rich text knows by these how a form begins: plain functions, no components. */
const ofPayloadItself =
  /\/@payloadcms\/ui\/dist\/(?:forms\/fieldSchemasToFormState|utilities)\/[\w/]+\.js$/

describe('a delivery process', () => {
  it('gives what is public, from memory, and nothing of the admin', async () => {
    for (const server of publicOnes) {
      for (let time = 0; time < 3; time += 1) expect(await statusOf(server, report)).toBe(200)
      for (const address of ['/admin', '/api/reports', '/']) {
        expect([address, await statusOf(server, address)]).toEqual([address, 404])
      }
      const metrics = await (await fetch(`${server.url}/metrics`)).text()
      expect(metrics).toMatch(/^gongkai_http_requests_total\{.*by="memory"\} 2$/m)
      expect(await statusOf(server, '/readyz')).toBe(200)
    }
  })

  it('loads no code of the admin', () => {
    const modules = readFileSync(recorded, 'utf8').split('\n')
    expect(modules.some((name) => name.includes('/node_modules/express/'))).toBe(true)
    expect(modules.some((name) => name.includes('/node_modules/payload/'))).toBe(true)
    const ofAdmin =
      /\/node_modules\/(?:next|react-dom|@payloadcms\/(?:next|ui))\/|\/\.next\/|\/src\/(?:admin|app)\//
    const found = modules.filter((name) => ofAdmin.test(name) && !ofPayloadItself.test(name))
    expect(found).toEqual([])
  })

  it('sees by itself that another process withdrew what it has in memory', async () => {
    const headers = await signIn()
    const found = `${admin.url}/api/reports?where[year][equals]=2020&depth=0&limit=1`
    const { docs } = (await (await fetch(found, { headers })).json()) as { docs: { id: string }[] }
    const withdrawn = await fetch(`${admin.url}/api/reports/${docs[0]?.id}/withdraw`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ comment: '试验' }),
    })
    expect(withdrawn.status).toBe(200)
    expect(await statusOf(admin, report)).toBe(410)
    for (const server of publicOnes) {
      // Nobody tells them; that it ends at all is what is tested, since machines differ.
      while ((await statusOf(server, report)) !== 410) await new Promise((r) => setTimeout(r, 20))
    }
  })
})

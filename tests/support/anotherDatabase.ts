import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { BasePayload, type Payload, type SanitizedConfig } from 'payload'
import { databaseAdapter } from '../../src/database.ts'

export interface AnotherDatabase {
  payload: Payload
  stop: () => Promise<void>
}

/** An empty SQLite beside the one that `boot` made, with a Payload of its own. */
export async function anotherSqlite(config: SanitizedConfig): Promise<AnotherDatabase> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gongkai-other-'))
  const payload = await open(config, `file:${path.join(folder, 'test.db')}`)
  return {
    payload,
    async stop() {
      await payload.destroy()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** An empty database on the server that TEST_MONGODB_URI names, which must be set. */
export async function anotherMongo(config: SanitizedConfig): Promise<AnotherDatabase> {
  const url = new URL(process.env.TEST_MONGODB_URI!)
  url.pathname = `/other-${randomUUID().slice(0, 8)}`
  const payload = await open(config, url.href)
  return { payload, stop: () => payload.destroy() }
}

/** Payload makes a schema once a process, unless told to. */
async function open(config: SanitizedConfig, uri: string): Promise<Payload> {
  const own = { ...config, db: databaseAdapter(uri, process.cwd()) } as SanitizedConfig
  process.env.PAYLOAD_FORCE_DRIZZLE_PUSH = 'true'
  const payload = await new BasePayload().init({ config: own, disableOnInit: true })
  payload.logger.level = 'silent'
  return payload
}

import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { BasePayload, type Payload, type SanitizedConfig } from 'payload'
import { databaseAdapter } from '../../src/database.ts'

export interface AnotherDatabase {
  payload: Payload
  uri: string
  stop: () => Promise<void>
}

/** The server of the run on MongoDB: see jest.config.mjs. */
export const mongo = (globalThis as { mongo?: string }).mongo

/** An empty database of the kind that `boot` made, beside it, with a Payload of its own. */
export const another = (config: SanitizedConfig): Promise<AnotherDatabase> =>
  mongo ? anotherMongo(config) : anotherSqlite(config)

export async function anotherSqlite(config: SanitizedConfig): Promise<AnotherDatabase> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gongkai-other-'))
  const uri = `file:${path.join(folder, 'test.db')}`
  const payload = await open(withoutStringIds(config), uri)
  return {
    payload,
    uri,
    async stop() {
      await payload.destroy()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** For the run on MongoDB alone. */
export async function anotherMongo(config: SanitizedConfig): Promise<AnotherDatabase> {
  const url = new URL(mongo!)
  url.pathname = `/other-${randomUUID().slice(0, 8)}`
  const payload = await open(config, url.href)
  return { payload, uri: url.href, stop: () => dropped(payload) }
}

export async function dropped(payload: Payload): Promise<void> {
  await (payload.db as unknown as MongooseAdapter).connection.dropDatabase()
  await payload.destroy()
}

/** Payload makes a schema once a process, unless told to. */
export async function open(config: SanitizedConfig, uri: string): Promise<Payload> {
  const own = { ...config, db: databaseAdapter(uri, process.cwd()) } as SanitizedConfig
  process.env.PAYLOAD_FORCE_DRIZZLE_PUSH = 'true'
  const payload = await new BasePayload().init({ config: own, disableOnInit: true })
  payload.logger.level = 'silent'
  return payload
}

/** The config as it is for SQLite: in the run on MongoDB it has src/mongo/stringIds.ts. */
function withoutStringIds(config: SanitizedConfig): SanitizedConfig {
  const isNoId = (field: object) => !('name' in field && field.name === 'id')
  const collections = config.collections.map((collection) => ({
    ...collection,
    fields: collection.fields.filter(isNoId),
    flattenedFields: collection.flattenedFields.filter(isNoId),
  }))
  return { ...config, collections }
}

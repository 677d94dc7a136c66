import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Payload, SanitizedConfig } from 'payload'

export interface Booted {
  payload: Payload
  config: SanitizedConfig
  stop: () => Promise<void>
}

/**
 * A Payload of its own on an empty database: SQLite in a temporary folder, or, in the run on
 * MongoDB, a database of its own on that server.
 * @param mongo the server of the run on MongoDB (jest.config.mjs), unless another is given
 */
export async function boot(mongo = (globalThis as { mongo?: string }).mongo): Promise<Booted> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gongkai-'))
  process.env.DATABASE_URI = mongo
    ? withDatabase(mongo, path.basename(folder))
    : `file:${path.join(folder, 'test.db')}`
  process.env.PAYLOAD_SECRET = 'only-for-tests'
  const { getPayload } = await import('payload')
  const { default: promised } = await import('@payload-config')
  const config = await promised
  const payload = await getPayload({ config, disableOnInit: true })
  payload.logger.level = 'silent'
  return {
    payload,
    config,
    stop: async () => {
      await payload.destroy()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function withDatabase(uri: string, name: string): string {
  const url = new URL(uri)
  url.pathname = `/${name}`
  return url.href
}

import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

export interface FreshDatabase {
  uri: string
  /** Of the embedded database. */
  file?: string
  remove: () => void
}

/** The server of the run on MongoDB: see jest.config.mjs. */
const server = (globalThis as { mongo?: string }).mongo

export const onMongo = server !== undefined

/** An empty database: a file in a folder of its own, or, in the run on MongoDB, one on its server. */
export function freshDatabase(): FreshDatabase {
  if (server) {
    const url = new URL(server)
    url.pathname = `/faults-${randomBytes(6).toString('hex')}`
    return { uri: url.href, remove: () => {} }
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gongkai-faults-'))
  const file = path.join(folder, 'test.db')
  const remove = () => rmSync(folder, { recursive: true, force: true })
  return { uri: `file:${file}`, file, remove }
}

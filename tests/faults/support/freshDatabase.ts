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

/** Which database the tests run on: the embedded one, unless TEST_MONGODB_URI names a server. */
export const onMongo = Boolean(process.env.TEST_MONGODB_URI)

/** An empty database: a file in a folder of its own, or one on the server TEST_MONGODB_URI names. */
export function freshDatabase(): FreshDatabase {
  const server = process.env.TEST_MONGODB_URI
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

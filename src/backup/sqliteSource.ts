import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql'
import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { Connection } from '../sqlite/Connection.ts'
import type { Source } from './Source.ts'
import { countWithin, documentsWithin } from './sqlitePages.ts'

/**
 * All of the database as of one moment: a read transaction on a connection of its own. Under WAL
 * nobody waits for it, and the office goes on saving.
 */
export async function sqliteSource(payload: Payload): Promise<Source> {
  const db = payload.db as unknown as SQLiteAdapter
  const connection = await Connection.open(db.clientConfig.url)
  // The first read takes the snapshot; BEGIN alone does not.
  const client = await connection.read(async (own) => {
    await own.execute('BEGIN')
    await own.execute('SELECT count(*) FROM sqlite_schema')
    return own
  })
  const transaction = randomUUID()
  // Payload reads through whatever stands under the id of a transaction.
  db.sessions[transaction] = {
    db: drizzle(client, { schema: db.schema }) as never,
    resolve: () => Promise.resolve(),
    reject: () => Promise.resolve(),
  }
  return {
    database: 'sqlite',
    count: (collection) => countWithin(payload, transaction, collection),
    documents: (collection) => documentsWithin(payload, transaction, collection),
    async close() {
      Reflect.deleteProperty(db.sessions, transaction)
      await client.execute('ROLLBACK')
      connection.close()
    },
  }
}

import { sqliteAdapter } from '@payloadcms/db-sqlite'
import path from 'node:path'
import { migrations } from './migrations/index.ts'
import { mongoAdapter } from './mongo/mongoAdapter.ts'
import { safeAdapter } from './sqlite/safeAdapter.ts'

export const embeddedDatabase = 'file:./data/gongkai.db'

export const isMongo = (uri: string) => /^mongodb(\+srv)?:\/\//.test(uri)

/**
 * Chooses the adapter by the address.
 * @param uri `file:…` for the embedded SQLite, `mongodb://…` or `mongodb+srv://…` for MongoDB
 */
export function databaseAdapter(uri: string, root: string) {
  if (isMongo(uri)) return mongoAdapter(uri)
  const adapter = sqliteAdapter({
    client: { url: uri },
    idType: 'uuid', // a string, as with MongoDB
    transactionOptions: { behavior: 'immediate' },
    migrationDir: path.resolve(root, 'src/migrations'),
    prodMigrations: migrations,
  })
  return safeAdapter(adapter, uri)
}

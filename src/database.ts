import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import path from 'node:path'
import { migrations } from './migrations/index.ts'
import { safeAdapter } from './sqlite/safeAdapter.ts'

export const embeddedDatabase = 'file:./data/gongkai.db'

export const isMongo = (uri: string) => /^mongodb(\+srv)?:\/\//.test(uri)

/**
 * Chooses the adapter by the address.
 * @param uri `file:…` for the embedded SQLite, `mongodb://…` or `mongodb+srv://…` for MongoDB
 */
export function databaseAdapter(uri: string, root: string) {
  if (isMongo(uri)) {
    return mongooseAdapter({
      url: uri,
      connectOptions: { serverSelectionTimeoutMS: 10_000 },
      // The schema needs none of what only some servers have: no $lookup, no index hints.
      useJoinAggregations: false,
      disableIndexHints: true,
    })
  }
  const adapter = sqliteAdapter({
    client: { url: uri },
    idType: 'uuid', // a string, as with MongoDB
    transactionOptions: { behavior: 'immediate' },
    migrationDir: path.resolve(root, 'src/migrations'),
    prodMigrations: migrations,
  })
  return safeAdapter(adapter, uri)
}

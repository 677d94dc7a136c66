import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { Payload } from 'payload'
import { scanMongo } from './scanMongo.ts'
import { scanSqlite } from './scanSqlite.ts'
import { Search } from './Search.ts'

/** The search over whichever database Payload has. */
export function searchOf(payload: Payload, lastChange: () => Promise<number>): Search {
  const isSqlite = payload.db.name === 'sqlite'
  const scan = isSqlite
    ? scanSqlite((payload.db as unknown as SQLiteAdapter).clientConfig.url)
    : scanMongo(payload)
  return new Search(scan, lastChange)
}

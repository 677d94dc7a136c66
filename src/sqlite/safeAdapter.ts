import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { DatabaseAdapterObj } from 'payload'
import { openSqlite, type SafeClient } from './safeClient.ts'

/**
 * Payload's SQLite adapter over our client instead of its own. The stock one opens a connection for
 * every transaction, so that two writes at once end in SQLITE_BUSY, pragmas are lost and files leak;
 * and it swallows a failed COMMIT. See docs/adr/0002.
 */
export function safeAdapter(
  adapter: DatabaseAdapterObj<SQLiteAdapter>,
  url: string,
): DatabaseAdapterObj<SQLiteAdapter> {
  return {
    ...adapter,
    init(args) {
      const db = adapter.init(args)
      const { connect, beginTransaction, commitTransaction, destroy } = db
      const clientOf = () => db.client as SafeClient | undefined
      db.connect = async function (options) {
        db.client ??= await openSqlite(url) // connect() keeps a client that is already there
        return connect?.call(db, options)
      }
      db.beginTransaction = async function (options) {
        try {
          return await beginTransaction.call(db, options)
        } catch (error) {
          // The adapter keeps the message alone; what to answer depends on the code.
          throw new Error('BEGIN failed', { cause: clientOf()?.takeBeginError() ?? error })
        }
      }
      db.commitTransaction = async function (id) {
        await commitTransaction.call(db, id)
        const error = clientOf()?.takeCommitError()
        if (error) throw new Error('COMMIT failed', { cause: error })
      }
      db.destroy = async function () {
        await destroy?.call(db)
        clientOf()?.close()
        // The stock adapter never closes the file; without a client, a later connect opens anew.
        Reflect.deleteProperty(db, 'client')
      }
      return db
    },
  }
}

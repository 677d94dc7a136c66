import { createClient, type Client, type InStatement, type Transaction } from '@libsql/client'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { DatabaseAdapterObj } from 'payload'

/**
 * Makes Payload's SQLite adapter safe for parallel writes. The stock client opens a new connection
 * for every transaction, so two writes at once end in SQLITE_BUSY, pragmas are lost and files leak;
 * and the adapter swallows a failed COMMIT. Here one connection writes, behind a queue, another
 * reads, and a failed COMMIT is thrown. See docs/adr/0002.
 */

const busyTimeoutMs = 5_000
const lockTimeoutMs = 30_000

const writes = /^\s*(insert|update|delete|replace|create|drop|alter|vacuum|reindex)/i
const sqlOf = (statement: InStatement) =>
  typeof statement === 'string' ? statement : statement.sql

/** Hands out the right to write, one holder after the other. */
class WriteQueue {
  #tail: Promise<void> = Promise.resolve()

  /**
   * @returns a function that gives the right back
   * @throws when the holder before does not finish in time: a nested write without `req` would wait
   * for its own transaction for ever
   */
  async take(): Promise<() => void> {
    let release!: () => void
    const before = this.#tail
    const mine = new Promise<void>((resolve) => (release = resolve))
    this.#tail = before.then(() => mine)
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new Error('SQLite write lock timed out: nested write without req?')),
        lockTimeoutMs,
      )
    })
    try {
      await Promise.race([before, late])
    } catch (error) {
      release()
      throw error
    } finally {
      clearTimeout(timer)
    }
    return release
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    const release = await this.take()
    try {
      return await work()
    } finally {
      release()
    }
  }
}

export interface SafeClient extends Client {
  /** The error of the last COMMIT that failed, once: the adapter drops it. */
  takeCommitError(): unknown
}

/**
 * @param url `file:` URL of the database
 * @returns a libSQL client with one writing and one reading connection, WAL and a busy timeout
 */
export async function openSqlite(url: string): Promise<SafeClient> {
  const reader = createClient({ url })
  const writer = createClient({ url })
  for (const connection of [writer, reader]) {
    await connection.execute(`PRAGMA busy_timeout = ${busyTimeoutMs}`)
    await connection.execute('PRAGMA journal_mode = WAL')
    await connection.execute('PRAGMA synchronous = NORMAL')
    await connection.execute('PRAGMA foreign_keys = ON')
  }
  const queue = new WriteQueue()
  let commitError: unknown
  let closed = false

  async function transaction(): Promise<Transaction> {
    const release = await queue.take()
    let open = true
    try {
      await writer.execute('BEGIN IMMEDIATE')
    } catch (error) {
      release()
      throw error
    }
    const end = async (sql: 'COMMIT' | 'ROLLBACK') => {
      if (!open) return
      open = false
      try {
        await writer.execute(sql)
      } catch (error) {
        if (sql === 'COMMIT') {
          commitError = error
          await writer.execute('ROLLBACK').catch(() => {})
        }
        throw error
      } finally {
        release()
      }
    }
    const stillOpen = () => {
      if (!open) throw new Error('The transaction is closed')
    }
    return {
      async execute(statement: InStatement) {
        stillOpen()
        return writer.execute(statement)
      },
      async batch(statements: InStatement[]) {
        stillOpen()
        const results = []
        for (const statement of statements) results.push(await writer.execute(statement))
        return results
      },
      async executeMultiple(sql: string) {
        stillOpen()
        return writer.executeMultiple(sql)
      },
      commit: () => end('COMMIT'),
      rollback: () => end('ROLLBACK'),
      close: () => void end('ROLLBACK'),
      get closed() {
        return !open
      },
    }
  }

  const client = {
    protocol: 'file',
    get closed() {
      return closed
    },
    takeCommitError() {
      const error = commitError
      commitError = undefined
      return error
    },
    execute(statement: InStatement, args?: never) {
      const given: InStatement =
        typeof statement === 'string' && args ? { sql: statement, args } : statement
      return writes.test(sqlOf(given))
        ? queue.run(() => writer.execute(given))
        : reader.execute(given)
    },
    batch: (...args: Parameters<Client['batch']>) => queue.run(() => writer.batch(...args)),
    migrate: (statements: InStatement[]) => queue.run(() => writer.migrate(statements)),
    executeMultiple: (sql: string) => queue.run(() => writer.executeMultiple(sql)),
    transaction,
    sync: () => reader.sync(),
    close() {
      closed = true
      reader.close()
      writer.close()
    },
  }
  return client
}

/** Gives the stock adapter the safe client instead of its own. */
export function withSafeClient(
  adapter: DatabaseAdapterObj<SQLiteAdapter>,
  url: string,
): DatabaseAdapterObj<SQLiteAdapter> {
  return {
    ...adapter,
    init(args) {
      const db = adapter.init(args)
      const { connect, commitTransaction, destroy } = db
      const clientOf = () => db.client as SafeClient | undefined
      db.connect = async function (options) {
        db.client ??= await openSqlite(url) // connect() keeps a client that is already there
        return connect?.call(db, options)
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

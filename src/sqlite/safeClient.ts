import type { Client, InStatement, Transaction } from '@libsql/client'
import { Connection } from './Connection.ts'
import { WriteQueue } from './WriteQueue.ts'

const writes = /^\s*(insert|update|delete|replace|create|drop|alter|vacuum|reindex)/i
const sqlOf = (statement: InStatement) =>
  typeof statement === 'string' ? statement : statement.sql

export interface SafeClient extends Client {
  /** The error of the last COMMIT that failed, once: the adapter drops it. */
  takeCommitError(): unknown
}

/**
 * A libSQL client that is safe for parallel writes: one connection writes, behind a queue, another
 * reads. See docs/adr/0002.
 * @param url `file:` URL of the database
 */
export async function openSqlite(url: string): Promise<SafeClient> {
  const reader = await Connection.open(url)
  const writer = await Connection.open(url)
  const queue = new WriteQueue()
  let commitError: unknown
  let closed = false

  const write = <T>(run: (client: Client) => Promise<T>) => queue.run(() => writer.whenFree(run))

  async function transaction(): Promise<Transaction> {
    const release = await queue.take()
    try {
      await writer.whenFree((client) => client.execute('BEGIN IMMEDIATE'))
    } catch (error) {
      release()
      throw error
    }
    const { client } = writer
    let open = true
    const end = async (sql: 'COMMIT' | 'ROLLBACK') => {
      if (!open) return
      open = false
      try {
        await client.execute(sql)
      } catch (error) {
        if (sql === 'COMMIT') {
          commitError = error
          await client.execute('ROLLBACK').catch(() => {})
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
        return client.execute(statement)
      },
      async batch(statements: InStatement[]) {
        stillOpen()
        const results = []
        for (const statement of statements) results.push(await client.execute(statement))
        return results
      },
      async executeMultiple(sql: string) {
        stillOpen()
        return client.executeMultiple(sql)
      },
      commit: () => end('COMMIT'),
      rollback: () => end('ROLLBACK'),
      close: () => void end('ROLLBACK'),
      get closed() {
        return !open
      },
    }
  }

  return {
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
        ? write((client) => client.execute(given))
        : reader.whenFree((client) => client.execute(given))
    },
    batch: (...args: Parameters<Client['batch']>) => write((client) => client.batch(...args)),
    migrate: (statements: InStatement[]) => write((client) => client.migrate(statements)),
    executeMultiple: (sql: string) => write((client) => client.executeMultiple(sql)),
    transaction,
    sync: () => reader.client.sync(),
    close() {
      closed = true
      reader.close()
      writer.close()
    },
  }
}

import type { Client, InStatement, Transaction } from '@libsql/client'
import { Connection } from './Connection.ts'
import { openTransaction } from './openTransaction.ts'
import { WriteQueue } from './WriteQueue.ts'

const writes = /^\s*(insert|update|delete|replace|create|drop|alter|vacuum|reindex)/i
const sqlOf = (statement: InStatement) =>
  typeof statement === 'string' ? statement : statement.sql

export interface SafeClient extends Client {
  /** The error of the last COMMIT that failed, once: the adapter drops it. */
  takeCommitError(): unknown
  /** The error of the last BEGIN that failed, once. */
  takeBeginError(): unknown
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
  let beginError: unknown
  let closed = false

  const write = <T>(run: (client: Client) => Promise<T>) => queue.run(() => writer.write(run))

  async function transaction(): Promise<Transaction> {
    const release = await queue.take()
    try {
      const client = await writer.write(begin)
      return openTransaction(client, {
        giveUp: () => writer.giveUp(),
        release,
        commitFailed: (error) => (commitError = error),
      })
    } catch (error) {
      beginError = error
      release()
      throw error
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
    takeBeginError() {
      const error = beginError
      beginError = undefined
      return error
    },
    execute(statement: InStatement, args?: never) {
      const given: InStatement =
        typeof statement === 'string' && args ? { sql: statement, args } : statement
      return writes.test(sqlOf(given))
        ? write((client) => client.execute(given))
        : reader.read((client) => client.execute(given))
    },
    batch: (...args: Parameters<Client['batch']>) => write((client) => client.batch(...args)),
    migrate: (statements: InStatement[]) => write((client) => client.migrate(statements)),
    executeMultiple: (sql: string) => write((client) => client.executeMultiple(sql)),
    transaction,
    sync: () => reader.read((client) => client.sync()),
    close() {
      closed = true
      reader.giveUp()
      writer.close()
    },
  }
}

async function begin(client: Client): Promise<Client> {
  await client.execute('BEGIN IMMEDIATE')
  return client
}

import type { Client, InStatement, Transaction } from '@libsql/client'
import { endsTransaction } from './errors.ts'

interface Writer {
  /** Gives the connection up, which rolls back whatever is open on it. */
  giveUp: () => void
  /** Lets the next writer in. */
  release: () => void
  commitFailed: (error: unknown) => void
}

/** The transaction that was begun on the writing connection, until it ends. */
export function openTransaction(client: Client, writer: Writer): Transaction {
  let isOpen = true
  let failure: { error: unknown } | undefined

  const run = async <T>(work: () => Promise<T>): Promise<T> => {
    if (!isOpen) throw new Error('The transaction is closed')
    // As after an error that SQLite has rolled back for: alone, what follows would be kept.
    if (failure) throw failure.error
    try {
      return await work()
    } catch (error) {
      if (endsTransaction(error)) failure = { error }
      throw error
    }
  }

  const commit = async () => {
    if (!isOpen) return
    try {
      await run(() => client.execute('COMMIT'))
      isOpen = false
      writer.release()
    } catch (error) {
      writer.commitFailed(error)
      await rollback()
      throw error
    }
  }

  const rollback = async () => {
    if (!isOpen) return
    isOpen = false
    try {
      // Before giving up, too: libsql closes late, and until then the lock would be held.
      await client.execute('ROLLBACK')
      if (failure) writer.giveUp()
    } catch {
      writer.giveUp()
    } finally {
      writer.release()
    }
  }

  const execute = (statement: InStatement) => run(() => client.execute(statement))
  return {
    execute,
    async batch(statements: InStatement[]) {
      const results = []
      for (const statement of statements) results.push(await execute(statement))
      return results
    },
    executeMultiple: (sql: string) => run(() => client.executeMultiple(sql)),
    commit,
    rollback,
    close: () => void rollback(),
    get closed() {
      return !isOpen
    },
  }
}

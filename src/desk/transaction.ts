import { commitTransaction, initTransaction, killTransaction, type PayloadRequest } from 'payload'

/** Two that write the same at once need a second try; more than a few mean that something is wrong. */
const mostTries = 5

/**
 * Runs work as one transaction, or within the one that the request is already in. All or nothing
 * holds where the database has transactions: SQLite, and MongoDB as a replica set. MongoDB refuses
 * one of two transactions that write the same and leaves trying again to the caller; the work is
 * run anew then, so it must begin by reading.
 */
export async function inTransaction<T>(req: PayloadRequest, work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    const own = await initTransaction(req)
    try {
      const result = await work()
      if (own) await commitTransaction(req)
      return result
    } catch (error) {
      if (own) await killTransaction(req)
      if (!own || tries === mostTries || !isTransient(error)) throw error
    }
  }
}

/** By the label that MongoDB's driver gives, whatever the error is wrapped in. */
function isTransient(error: unknown): boolean {
  const { errorLabels, cause } = (error ?? {}) as { errorLabels?: unknown; cause?: unknown }
  if (Array.isArray(errorLabels) && errorLabels.includes('TransientTransactionError')) return true
  return cause !== undefined && isTransient(cause)
}

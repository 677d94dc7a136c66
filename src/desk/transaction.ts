import { commitTransaction, initTransaction, killTransaction, type PayloadRequest } from 'payload'
import { backOff } from '../mongo/backOff.ts'
import { isConflict, StillConflicting } from '../mongo/isConflict.ts'

/** Two that write the same at once need a second try; more than a few mean that something is wrong. */
const mostTries = 5

/**
 * Runs work as one transaction, or within the one that the request is already in: all or nothing,
 * on every database (ADR 2, ADR 11). MongoDB refuses one of two transactions that write the same;
 * the work is run anew then, so it must begin by reading.
 * @throws {StillConflicting} when that did not help; whatever the work throws
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
      if (!own || !isConflict(error)) throw error
      if (tries === mostTries) throw new StillConflicting(error)
      await backOff(tries)
    }
  }
}

import { setTimeout as delay } from 'node:timers/promises'
import type { Payload } from 'payload'

/** MongoDB's driver looks for a server for ten seconds; nobody waits that long for a no. */
const patienceMs = 2_000

/**
 * Asks the database, once for all who want to know at the same time.
 * @returns a function that tells whether it answers; it never throws
 */
export function databaseAnswers(payload: Payload): () => Promise<boolean> {
  let asking: Promise<boolean> | undefined
  const ask = async () => {
    const answer = payload.db.count({ collection: 'publications' }).then(
      () => true,
      () => false,
    )
    const late = new AbortController()
    const noAnswer = delay(patienceMs, false, { signal: late.signal }).catch(() => false)
    try {
      return await Promise.race([answer, noAnswer])
    } finally {
      late.abort()
      asking = undefined
    }
  }
  return () => (asking ??= ask())
}

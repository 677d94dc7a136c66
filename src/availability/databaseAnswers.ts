import { setTimeout as delay } from 'node:timers/promises'
import type { MongooseAdapter } from '@payloadcms/db-mongodb'
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
    const answer = knock(payload).then(
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

/** On MongoDB not by a query of Payload's: that may wait for who writes, and the database is there. */
const knock = ({ db }: Payload): Promise<unknown> => {
  const { connection } = db as unknown as Partial<MongooseAdapter>
  if (connection) return connection.getClient().db().command({ ping: 1 })
  return db.count({ collection: 'publications' })
}

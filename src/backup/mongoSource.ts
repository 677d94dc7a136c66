import type { Payload } from 'payload'
import { hasTransactions } from '../mongo/topology.ts'
import { countIn, documentsIn, mongoOf } from './mongoDocuments.ts'
import type { Source } from './Source.ts'

/** All of the database as of one moment: see docs/adr/0017. */
export async function mongoSource(payload: Payload): Promise<Source> {
  const hasSnapshots = await hasTransactions(mongoOf(payload).connection)
  return hasSnapshots ? snapshotSource(payload) : stillSource(payload)
}

/** Not a transaction, which would end after a minute. */
function snapshotSource(payload: Payload): Source {
  const session = mongoOf(payload).connection.getClient().startSession({ snapshot: true })
  return {
    database: 'mongodb',
    count: (slug) => countIn(payload, slug, session),
    documents: (slug) => documentsIn(payload, slug, session),
    close: () => session.endSession(),
  }
}

/** With the turn to write, which this one does not use: so nobody does. */
async function stillSource(payload: Payload): Promise<Source> {
  const turn = await mongoOf(payload).beginTransaction({ readOnly: true })
  if (turn === null) throw new Error('MongoDB without one writer')
  return {
    database: 'mongodb',
    count: (slug) => countIn(payload, slug),
    documents: (slug) => documentsIn(payload, slug),
    close: () => payload.db.commitTransaction(turn),
  }
}

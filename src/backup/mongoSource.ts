import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Payload } from 'payload'
import type { Source } from './Source.ts'
import type { Document } from './neutral.ts'
import { plain } from './bson.ts'

/** MongoDB 5.0, the first whose sessions read a snapshot outside of a transaction. */
const snapshotWireVersion = 13

interface Greeting {
  setName?: string
  msg?: string
  maxWireVersion?: number
}

/**
 * A replica set is read as of one moment, without a transaction, which would end after a minute. A
 * server that stands alone has no such reading: what comes of it has to be compared.
 */
export async function mongoSource(payload: Payload): Promise<Source> {
  const { connection, collections } = payload.db as unknown as MongooseAdapter
  const greeting = (await connection.db?.admin().command({ hello: 1 })) as Greeting | undefined
  const session = hasSnapshots(greeting)
    ? connection.getClient().startSession({ snapshot: true })
    : undefined
  const models = collections
  const stored = (slug: string) => models[slug]!.collection
  return {
    database: 'mongodb',
    consistency: session ? 'snapshot' : 'compared',
    count: async (slug) => {
      const counted = await stored(slug)
        .aggregate<{ count: number }>([{ $group: { _id: null, count: { $sum: 1 } } }], { session })
        .toArray()
      return counted[0]?.count ?? 0
    },
    documents: (slug) => documentsOf(stored(slug).find({}, { session, sort: { _id: 1 } })),
    async close() {
      await session?.endSession()
    },
  }
}

const hasSnapshots = ({ setName, msg, maxWireVersion = 0 }: Greeting = {}): boolean =>
  (setName !== undefined || msg === 'isdbgrid') && maxWireVersion >= snapshotWireVersion

async function* documentsOf(cursor: AsyncIterable<unknown>): AsyncGenerator<Document> {
  for await (const document of cursor) {
    const { _id, ...members } = plain(document) as { _id: string }
    yield { ...members, id: _id }
  }
}

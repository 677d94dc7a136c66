import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { ClientSession } from 'mongodb'
import type { Payload } from 'payload'
import type { Document } from './neutral.ts'

/** MongoDB ends a batch at 16 MB as well, not every server that speaks as it does. */
const batchSize = 100

export const mongoOf = ({ db }: Payload): MongooseAdapter => db as unknown as MongooseAdapter

/** @returns a collection past Payload and mongoose, as it is stored */
export const storedIn = (payload: Payload, slug: string) =>
  mongoOf(payload).collections[slug]!.collection

export async function countIn(
  payload: Payload,
  slug: string,
  session?: ClientSession,
): Promise<number> {
  const group = { $group: { _id: null, count: { $sum: 1 } } }
  const counted = await storedIn(payload, slug)
    .aggregate<{ count: number }>([group], { session })
    .toArray()
  return counted[0]?.count ?? 0
}

/** All documents of a collection in the order of their ids, a batch in memory at a time. */
export async function* documentsIn(
  payload: Payload,
  slug: string,
  session?: ClientSession,
): AsyncGenerator<Document> {
  const options = { session, sort: { _id: 1 }, batchSize } as const
  for await (const document of storedIn(payload, slug).find({}, options)) {
    const { _id, ...members } = document
    yield { ...members, id: String(_id) }
  }
}

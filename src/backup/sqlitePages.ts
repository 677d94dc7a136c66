import type { CollectionSlug, Payload, PayloadRequest, Where } from 'payload'
import type { Document } from './neutral.ts'

/** What a page may weigh: some hold pictures, most a few hundred bytes a document. */
const pageBytes = 4_000_000
const mostDocuments = 200

const within = (payload: Payload, transactionID: string | number) =>
  ({ payload, transactionID }) as PayloadRequest

export async function countWithin(
  payload: Payload,
  transaction: string | number,
  collection: string,
): Promise<number> {
  const req = within(payload, transaction)
  const { totalDocs } = await payload.db.count({ collection: collection as CollectionSlug, req })
  return totalDocs
}

/** All documents of a collection as a transaction sees them, page after page by their ids. */
export async function* documentsWithin(
  payload: Payload,
  transaction: string | number,
  collection: string,
): AsyncGenerator<Document> {
  const req = within(payload, transaction)
  let where: Where = {}
  let limit = 10
  for (;;) {
    const { docs } = await payload.db.find<Document>({
      collection: collection as CollectionSlug,
      where,
      sort: 'id',
      limit,
      pagination: false,
      req,
    })
    yield* docs
    const last = docs.at(-1)
    if (!last || docs.length < limit) return
    where = { id: { greater_than: last.id } }
    limit = fitting(docs)
  }
}

/** As many as weigh a page, going by those before. */
function fitting(docs: readonly Document[]): number {
  const average = JSON.stringify(docs).length / docs.length
  return Math.min(mostDocuments, Math.max(1, Math.floor(pageBytes / average)))
}

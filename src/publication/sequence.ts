import type { PayloadRequest } from 'payload'
import type { Publication } from '../payload-types.ts'

/**
 * The number of the next publication or withdrawal. To be taken within the transaction that uses
 * it: of two transactions with the same number the second cannot commit, for it is unique, so the
 * numbers come into sight in their order.
 */
export async function nextSequence(req: PayloadRequest): Promise<number> {
  const { docs } = await req.payload.db.find<Publication>({
    collection: 'publications',
    where: { sequence: { exists: true } },
    sort: '-sequence',
    limit: 1,
    pagination: false,
    select: { sequence: true },
    req,
  })
  return (docs[0]?.sequence ?? 0) + 1
}

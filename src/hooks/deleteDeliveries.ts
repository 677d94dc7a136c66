import type { CollectionBeforeDeleteHook } from 'payload'

/** The log of a webhook goes with it; a notice that is under way finds nothing to do. */
export const deleteDeliveries: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await req.payload.db.deleteMany({
    collection: 'webhook-deliveries',
    where: { webhook: { equals: id } },
    req,
  })
}

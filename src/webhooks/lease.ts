import type { Payload } from 'payload'
import { leaseOn } from '../jobs/lease.ts'
import type { WebhookDelivery } from '../payload-types.ts'

const collection = 'webhook-deliveries'

/** Longer than a try takes with the longest timeout that makes sense. */
const lease = leaseOn(collection, 120_000)

export const { release } = lease

/** A job may be begun a little before the time that its record says. */
const earlyMs = 1_000

/**
 * Takes a delivery for this process; of two that try at once one gets it.
 * @returns `undefined` when it is done, given up, held, gone, or its time has not come
 */
export async function claim(payload: Payload, id: string): Promise<WebhookDelivery | undefined> {
  const found = await payload.db.findOne<WebhookDelivery>({
    collection,
    where: { id: { equals: id } },
  })
  if (!found || Date.parse(found.nextAttemptAt ?? '') > Date.now() + earlyMs) return undefined
  const open = { state: { in: ['pending', 'sending'] } }
  return lease.claim(payload, found, open, { state: 'sending' })
}

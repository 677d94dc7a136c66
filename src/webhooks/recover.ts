import type { Payload } from 'payload'
import { recoverJobs } from '../jobs/recoverJobs.ts'
import type { WebhookDelivery } from '../payload-types.ts'
import { deliveryJobs } from './jobs.ts'

/**
 * Takes up the deliveries that a killed process left.
 * @param isStart whether this process has just begun, so that none of the jobs can be its own
 */
export async function recover(payload: Payload, isStart: boolean): Promise<void> {
  const { docs } = await payload.db.find<WebhookDelivery>({
    collection: 'webhook-deliveries',
    where: { state: { in: ['pending', 'sending'] } },
    pagination: false,
    select: { owner: true, leaseUntil: true, nextAttemptAt: true },
  })
  if (docs.length > 0 || isStart) await recoverJobs(payload, deliveryJobs, docs, isStart)
}

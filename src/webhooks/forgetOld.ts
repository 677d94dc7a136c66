import type { Payload } from 'payload'
import { logDays } from './settings.ts'

const dayMs = 24 * 60 * 60 * 1000

/** Takes what is done, and was done long ago, out of the log. */
export async function forgetOld(payload: Payload, now = new Date()): Promise<void> {
  const before = new Date(now.getTime() - logDays() * dayMs).toISOString()
  await payload.db.deleteMany({
    collection: 'webhook-deliveries',
    where: {
      and: [
        { state: { in: ['delivered', 'failed', 'superseded'] } },
        { updatedAt: { less_than: before } },
      ],
    },
  })
}

import type { Payload } from 'payload'
import { leaseOn } from '../jobs/lease.ts'
import type { WechatDraft } from '../payload-types.ts'

export { isHeld, LeaseLost } from '../jobs/lease.ts'

const collection = 'wechat-drafts'

/** Longer than any step takes, with its timeouts and its pause. */
const lease = leaseOn(collection, 180_000)

export const { release } = lease

/**
 * Takes a draft for this process; of two that try at once one gets it.
 * @returns `undefined` when it is done, failed, held or gone
 */
export async function claim(payload: Payload, id: string): Promise<WechatDraft | undefined> {
  const found = await payload.db.findOne<WechatDraft>({ collection, where: { id: { equals: id } } })
  if (!found) return undefined
  const attempts = (found.attempts ?? 0) + 1
  const open = { state: { in: ['queued', 'running'] } }
  return lease.claim(payload, found, open, { state: 'running', attempts })
}

/**
 * Writes down what was done, and holds the draft for a further step.
 * @throws {LeaseLost}
 */
export const hold = (
  payload: Payload,
  id: string,
  data: Partial<WechatDraft> = {},
): Promise<WechatDraft> => lease.hold(payload, id, data)

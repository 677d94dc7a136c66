import { APIError, type PayloadRequest } from 'payload'
import { idOf } from '../access/relations.ts'
import { actorName } from '../desk/audit.ts'
import { inTransaction } from '../desk/transaction.ts'
import { isHeld } from '../jobs/lease.ts'
import type { Webhook, WebhookDelivery } from '../payload-types.ts'
import { deliveryJobs } from './jobs.ts'
import { patience } from './Patience.ts'
import { isOutdated, isUndone } from './standing.ts'

const collection = 'webhook-deliveries'

/**
 * Sends a delivery anew, whatever became of it before; one that waits for its next try is tried at
 * once. The event keeps its id, so a receiver that has it already knows.
 * @throws 409 when it is under way, out of date, or its webhook is switched off
 */
export async function replay(req: PayloadRequest, delivery: WebhookDelivery): Promise<void> {
  if (delivery.type === 'webhook.test') throw new APIError('测试通知请在网站通知页面重新发送', 409)
  if (isHeld(delivery)) throw new APIError('这条通知正在发送，请稍候', 409)
  const webhook = await webhookOf(req, delivery)
  if (!webhook?.active) throw new APIError('网站通知已停用，请先启用', 409)
  if ((await isOutdated(req.payload, delivery)) || (await isUndone(req.payload, delivery))) {
    throw new APIError('这份报告之后又有更正、撤回或新的发布，这条通知已过时，不再发送', 409)
  }
  patience.forget(webhook.id)
  await inTransaction(req, () => queueAgain(req, delivery))
}

/**
 * Sends anew all that was given up since an instant and still holds.
 * @returns how many
 * @throws 409 when the webhook is switched off
 */
export async function replayFailed(
  req: PayloadRequest,
  webhook: Webhook,
  since: Date,
): Promise<number> {
  if (!webhook.active) throw new APIError('网站通知已停用，请先启用', 409)
  const { docs } = await req.payload.db.find<WebhookDelivery>({
    collection,
    where: {
      and: [
        { webhook: { equals: webhook.id } },
        { state: { equals: 'failed' } },
        { type: { not_equals: 'webhook.test' } },
        { occurredAt: { greater_than_equal: since.toISOString() } },
      ],
    },
    sort: 'sequence',
    pagination: false,
  })
  patience.forget(webhook.id)
  let count = 0
  for (const delivery of docs) {
    if (await isOutdated(req.payload, delivery)) continue
    if (await inTransaction(req, () => queueAgain(req, delivery))) count += 1
  }
  return count
}

const webhookOf = (req: PayloadRequest, { webhook }: WebhookDelivery): Promise<Webhook | null> =>
  req.payload.db.findOne<Webhook>({
    collection: 'webhooks',
    where: { id: { equals: idOf(webhook) ?? '' } },
  })

/** @returns whether it was still as it was seen: of two who press the button one sets it going. */
async function queueAgain(req: PayloadRequest, delivery: WebhookDelivery): Promise<boolean> {
  const now = new Date()
  const queued: unknown = await req.payload.db.updateOne({
    collection,
    where: {
      and: [
        { id: { equals: delivery.id } },
        { state: { equals: delivery.state } },
        { updatedAt: { equals: delivery.updatedAt } },
      ],
    },
    data: {
      state: 'pending',
      tries: 0,
      lastError: null,
      nextAttemptAt: now.toISOString(),
      replayedBy: actorName(req),
      updatedAt: now.toISOString(),
    },
    options: { atomic: true },
    req,
  })
  if (!queued) return false
  await deliveryJobs.queue(req.payload, delivery.id, { req })
  return true
}

import type { Payload } from 'payload'
import { idOf } from '../access/relations.ts'
import { LeaseLost } from '../jobs/lease.ts'
import type { Webhook, WebhookDelivery } from '../payload-types.ts'
import { pauseAfter } from './backoff.ts'
import { deliveryJobs } from './jobs.ts'
import { claim, release } from './lease.ts'
import { patience } from './Patience.ts'
import { send } from './send.ts'
import { settle } from './settle.ts'
import { isOutdated, isSiblingSending } from './standing.ts'

export const switchedOff = '网站通知已停用，没有发送'

/** How long a delivery waits for the one before it about the same report. */
const siblingMs = 3_000

/**
 * Brings a delivery one try further. What went wrong is written into its record.
 * @throws {TryAgain} when another try is due later; whatever the database throws
 */
export async function deliver(payload: Payload, id: string): Promise<void> {
  const delivery = await claim(payload, id)
  if (!delivery) return
  try {
    await step(payload, delivery)
  } catch (error) {
    if (error instanceof LeaseLost) return // whoever took it over goes on
    throw error
  }
}

async function step(payload: Payload, delivery: WebhookDelivery): Promise<void> {
  const webhook = await payload.db.findOne<Webhook>({
    collection: 'webhooks',
    where: { id: { equals: idOf(delivery.webhook) ?? '' } },
  })
  const isTest = delivery.type === 'webhook.test'
  if (!webhook || !(webhook.active || isTest)) {
    await close(payload, delivery, { state: 'failed', lastError: switchedOff })
  } else if (await isOutdated(payload, delivery)) {
    await close(payload, delivery, { state: 'superseded' })
  } else {
    const wait = isTest ? undefined : await waitOf(payload, delivery, webhook)
    if (wait) await postpone(payload, delivery, wait)
    else await tryNow(payload, delivery, webhook)
  }
}

const close = (payload: Payload, { id }: WebhookDelivery, data: Partial<WebhookDelivery>) =>
  release(payload, id, { ...data, nextAttemptAt: null })

async function waitOf(
  payload: Payload,
  delivery: WebhookDelivery,
  webhook: Webhook,
): Promise<Date | undefined> {
  if (await isSiblingSending(payload, delivery)) return new Date(Date.now() + siblingMs)
  return patience.restOf(webhook.id)
}

/** Not a try that failed: another job takes it up later. */
async function postpone(payload: Payload, { id }: WebhookDelivery, waitUntil: Date): Promise<void> {
  await release(payload, id, { state: 'pending', nextAttemptAt: waitUntil.toISOString() })
  await deliveryJobs.queue(payload, id, { waitUntil })
}

async function tryNow(payload: Payload, delivery: WebhookDelivery, webhook: Webhook) {
  let attempt
  try {
    attempt = await send(payload, delivery, webhook)
  } catch (error) {
    const nextAttemptAt = new Date(Date.now() + pauseAfter(1)).toISOString()
    await release(payload, delivery.id, { state: 'pending', nextAttemptAt })
    throw error
  }
  await settle(payload, { delivery, webhook, attempt })
}

import type { Payload } from 'payload'
import type { Webhook, WebhookDelivery } from '../payload-types.ts'
import { mostTries, pauseAfter } from './backoff.ts'
import { release } from './lease.ts'
import { patience } from './Patience.ts'
import type { Attempt } from './send.ts'

/** A try that failed and is worth another; its text is fit for logs. */
export class TryAgain extends Error {
  readonly at: Date

  constructor(message: string, at: Date) {
    super(message)
    this.name = 'TryAgain'
    this.at = at
  }
}

/** The answer by which a receiver says that it wants no more. */
const gone = 410

/** The log of a delivery keeps the last ones. */
const keptAttempts = 50

interface Tried {
  delivery: WebhookDelivery
  webhook: Webhook
  attempt: Attempt
}

/**
 * Writes down what came of a try.
 * @throws {TryAgain} when another one is due later
 */
export async function settle(payload: Payload, tried: Tried): Promise<void> {
  const { delivery, webhook, attempt } = tried
  const tries = (delivery.tries ?? 0) + 1
  const entries = [...((delivery.attempts ?? []) as unknown as Attempt[]), attempt]
  const attempts = entries.slice(-keptAttempts)
  const common = {
    tries,
    attempts: attempts as never,
    lastError: attempt.error,
    nextAttemptAt: null,
  }
  if (attempt.error === null) {
    patience.forget(webhook.id)
    const deliveredAt = new Date().toISOString()
    await release(payload, delivery.id, { ...common, state: 'delivered', deliveredAt })
    return
  }
  patience.failed(webhook.id)
  const isLast = attempt.status === gone || tries >= mostTries || delivery.type === 'webhook.test'
  if (isLast) {
    await release(payload, delivery.id, { ...common, state: 'failed' })
    if (attempt.status === gone) await switchOff(payload, webhook)
    payload.logger.warn(`网站通知 ${delivery.id} 未能送达：${attempt.error}`)
    return
  }
  const at = new Date(Date.now() + pauseAfter(tries))
  const nextAttemptAt = at.toISOString()
  await release(payload, delivery.id, { ...common, state: 'pending', nextAttemptAt })
  throw new TryAgain(attempt.error, at)
}

async function switchOff(payload: Payload, { id }: Webhook): Promise<void> {
  const now = new Date().toISOString()
  await payload.db.updateOne({
    collection: 'webhooks',
    id,
    data: { active: false, switchedOffAt: now, updatedAt: now },
  })
}

import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { idOf } from '../access/relations.ts'
import { actorName } from '../desk/audit.ts'
import type { Webhook, WebhookDelivery } from '../payload-types.ts'
import { testBody } from './body.ts'
import { deliver } from './deliver.ts'
import { testEvent } from './events.ts'

const collection = 'webhook-deliveries'

/**
 * Sends a test at once, also while the webhook is switched off, and only once.
 * @returns the record with what came of it
 */
export async function sendTest(req: PayloadRequest, webhook: Webhook): Promise<WebhookDelivery> {
  const { payload } = req
  const event = `evt_${randomUUID()}`
  const { id } = (await payload.db.create({
    collection,
    data: {
      title: `${testEvent.label.zh} · ${webhook.name}`,
      event,
      type: testEvent.value,
      webhook: webhook.id,
      organization: idOf(webhook.organization),
      occurredAt: new Date().toISOString(),
      body: JSON.stringify(testBody(event, webhook.name)),
      state: 'pending',
      tries: 0,
      attempts: [],
      replayedBy: actorName(req),
    },
  })) as WebhookDelivery
  await deliver(payload, id)
  return (await payload.db.findOne<WebhookDelivery>({
    collection,
    where: { id: { equals: id } },
  })) as WebhookDelivery
}

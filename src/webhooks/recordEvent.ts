import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { idOf } from '../access/relations.ts'
import type { Organization, Webhook, WebhookDelivery } from '../payload-types.ts'
import { reportBody, type PublicEvent } from './body.ts'
import { eventTypes } from './events.ts'
import { deliveryJobs } from './jobs.ts'

/**
 * A delivery process sees a change within a second (docs/adr/0012). A website that reads what it is
 * told of must not find the state before, so it is told after that.
 */
const seenByAllMs = 1_500

/**
 * Writes down, for every webhook that asked for it, that something changed in public, within the
 * transaction that changes it: what is committed is told, what is rolled back is not.
 */
export async function recordEvent(req: PayloadRequest, event: PublicEvent): Promise<void> {
  const webhooks = await webhooksFor(req, event)
  const id = `evt_${randomUUID()}`
  const body = JSON.stringify(reportBody(id, event))
  for (const webhook of webhooks) await enter(req, webhook, { id, body, event })
}

/** Those of the organ and of the organs above it. */
async function webhooksFor(
  req: PayloadRequest,
  { type, publication }: PublicEvent,
): Promise<Webhook[]> {
  const organization = idOf(publication.organization) ?? ''
  const organ = await req.payload.db.findOne<Organization>({
    collection: 'organizations',
    where: { id: { equals: organization } },
    req,
  })
  const above = (organ?.ancestors ?? []).map((one) => idOf(one) ?? '')
  const { docs } = await req.payload.db.find<Webhook>({
    collection: 'webhooks',
    where: {
      and: [{ organization: { in: [organization, ...above] } }, { active: { equals: true } }],
    },
    pagination: false,
    req,
  })
  return docs.filter(({ events }) => events.includes(type))
}

interface Entry {
  id: string
  body: string
  event: PublicEvent
}

async function enter(
  req: PayloadRequest,
  webhook: Webhook,
  { id, body, event: { type, occurredAt, publication } }: Entry,
): Promise<void> {
  const word = eventTypes.find(({ value }) => value === type)?.label.zh ?? type
  const waitUntil = new Date(Date.now() + seenByAllMs)
  const delivery = (await req.payload.db.create({
    collection: 'webhook-deliveries',
    data: {
      title: `${word} · ${publication.title}`,
      event: id,
      type,
      webhook: webhook.id,
      organization: idOf(webhook.organization),
      publication: publication.id,
      report: idOf(publication.report),
      sequence: publication.sequence,
      occurredAt,
      body,
      state: 'pending',
      tries: 0,
      attempts: [],
      nextAttemptAt: waitUntil.toISOString(),
    },
    req,
  })) as WebhookDelivery
  await deliveryJobs.queue(req.payload, delivery.id, { req, waitUntil })
}

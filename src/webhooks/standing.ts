import type { Payload, Where } from 'payload'
import { idOf } from '../access/relations.ts'
import { isHeld } from '../jobs/lease.ts'
import type { Publication, WebhookDelivery } from '../payload-types.ts'

const collection = 'webhook-deliveries'

/**
 * @returns whether what a delivery says is no longer so: there is a later one about the same report,
 *   or what it tells of was withdrawn. It is not sent then, and the receiver never hears old news
 *   after new. A withdrawal that nobody was told of yet is always told: what must not be seen may
 *   be in it.
 */
export async function isOutdated(payload: Payload, delivery: WebhookDelivery): Promise<boolean> {
  if (!delivery.publication) return false
  if (delivery.type !== 'report.withdrawn' && (await isWithdrawn(payload, delivery))) return true
  const { docs } = await payload.db.find<WebhookDelivery>({
    collection,
    where: { and: [...ofSameReport(delivery), { sequence: { greater_than: delivery.sequence } }] },
    limit: 1,
    pagination: false,
    select: { sequence: true },
  })
  return docs.length > 0
}

async function isWithdrawn(payload: Payload, { publication }: WebhookDelivery): Promise<boolean> {
  const found = await payload.db.findOne<Publication>({
    collection: 'publications',
    where: { id: { equals: idOf(publication) ?? '' } },
    select: { state: true },
  })
  return found?.state === 'withdrawn'
}

/**
 * @returns whether a delivery told of a withdrawal, and the report is public again; the webhook was
 *   not told of that, since it was switched off or did not ask for it. To tell of the withdrawal
 *   once more would take down what is public.
 */
export async function isUndone(
  payload: Payload,
  { type, state, report }: WebhookDelivery,
): Promise<boolean> {
  if (type !== 'report.withdrawn' || state !== 'delivered') return false
  // Withdrawing takes every revision along.
  const current = await payload.db.findOne<Publication>({
    collection: 'publications',
    where: { and: [{ report: { equals: idOf(report) ?? '' } }, { state: { equals: 'current' } }] },
    select: { state: true },
  })
  return current !== null
}

/** @returns whether another delivery about the same report is on its way to the same receiver */
export async function isSiblingSending(
  payload: Payload,
  delivery: WebhookDelivery,
): Promise<boolean> {
  if (!delivery.publication) return false
  const { docs } = await payload.db.find<WebhookDelivery>({
    collection,
    where: {
      and: [
        ...ofSameReport(delivery),
        { state: { equals: 'sending' } },
        { id: { not_equals: delivery.id } },
      ],
    },
    pagination: false,
    select: { owner: true, leaseUntil: true },
  })
  return docs.some(isHeld)
}

const ofSameReport = ({ webhook, report }: WebhookDelivery): Where[] => [
  { webhook: { equals: idOf(webhook) } },
  { report: { equals: idOf(report) } },
]

import type { Payload, Where } from 'payload'
import { idOf } from '../access/relations.ts'
import { isHeld } from '../jobs/lease.ts'
import type { Publication, WebhookDelivery } from '../payload-types.ts'

const collection = 'webhook-deliveries'

/**
 * @returns whether what a delivery says is no longer so: there is a later one about the same report,
 *   or what it tells of was withdrawn, or was public again after it. It is not sent then, and the
 *   receiver never hears old news after new.
 */
export async function isOutdated(payload: Payload, delivery: WebhookDelivery): Promise<boolean> {
  if (!delivery.publication) return false
  if (await isContradicted(payload, delivery)) return true
  const { docs } = await payload.db.find<WebhookDelivery>({
    collection,
    where: { and: [...ofSameReport(delivery), { sequence: { greater_than: delivery.sequence } }] },
    limit: 1,
    pagination: false,
    select: { sequence: true },
  })
  return docs.length > 0
}

/**
 * Of what came later a webhook may not have been told: it was switched off, or did not ask for it.
 * Withdrawing takes every revision along, so a report that has a current one is public again.
 */
async function isContradicted(
  payload: Payload,
  { type, publication, report }: WebhookDelivery,
): Promise<boolean> {
  const isOfWithdrawal = type === 'report.withdrawn'
  const found = await payload.db.findOne<Publication>({
    collection: 'publications',
    where: isOfWithdrawal
      ? { and: [{ report: { equals: idOf(report) ?? '' } }, { state: { equals: 'current' } }] }
      : { and: [{ id: { equals: idOf(publication) ?? '' } }, { state: { equals: 'withdrawn' } }] },
    select: { state: true },
  })
  return found !== null
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

import { APIError, type PayloadRequest } from 'payload'
import { personOf } from '../access/roles.ts'
import { supervisors } from '../access/supervisors.ts'
import type { Webhook, WebhookDelivery } from '../payload-types.ts'

interface Supervised {
  webhooks: Webhook
  'webhook-deliveries': WebhookDelivery
}

/**
 * The document that the address names, whole, if the person may manage it.
 * @param missing Chinese: that there is none
 * @throws 401, 404
 */
export async function findSupervised<Slug extends keyof Supervised>(
  req: PayloadRequest,
  collection: Slug,
  missing: string,
): Promise<Supervised[Slug]> {
  if (!personOf(req)) throw new APIError('请先登录', 401)
  const id = typeof req.routeParams?.id === 'string' ? req.routeParams.id : ''
  const scope = await supervisors({ req })
  const found =
    scope !== false &&
    (await req.payload.db.findOne<Supervised[Slug]>({
      collection,
      where: { and: [{ id: { equals: id } }, scope === true ? {} : scope] },
      req,
    }))
  if (!found) throw new APIError(`${missing}，或您无权管理`, 404)
  return found
}

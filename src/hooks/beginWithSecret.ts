import type { CollectionBeforeChangeHook } from 'payload'
import type { Webhook } from '../payload-types.ts'
import { firstSecret } from '../webhooks/index.ts'

/** No webhook is ever without a secret; switching one on again takes away why it was off. */
export const beginWithSecret: CollectionBeforeChangeHook<Webhook> = ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation === 'create') return { ...data, secret: firstSecret(req.payload) }
  if (data.active && !originalDoc?.active) return { ...data, switchedOffAt: null }
  return data
}

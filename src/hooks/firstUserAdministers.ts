import type { CollectionBeforeValidateHook } from 'payload'
import type { User } from '../payload-types.ts'

/** Somebody has to let the others in: whoever is created first is an administrator. */
export const firstUserAdministers: CollectionBeforeValidateHook<User> = async ({
  data,
  operation,
  req,
}) => {
  if (operation !== 'create' || !data) return data
  const { totalDocs } = await req.payload.count({ collection: 'users', req })
  if (totalDocs > 0 || data.roles?.includes('administrator')) return data
  return { ...data, roles: [...(data.roles ?? []), 'administrator'] }
}

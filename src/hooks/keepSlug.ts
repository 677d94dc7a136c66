import { APIError, type CollectionBeforeChangeHook } from 'payload'
import type { Channel, Organization } from '../payload-types.ts'

/** Published addresses carry the slug, so it stays what it was at creation. */
export const keepSlug: CollectionBeforeChangeHook<Organization | Channel> = ({
  data,
  operation,
  originalDoc,
}) => {
  if (operation === 'update' && data.slug !== undefined && data.slug !== originalDoc?.slug) {
    throw new APIError(`网址标识创建后不能改变（现为“${originalDoc?.slug}”）`, 400)
  }
  return data
}

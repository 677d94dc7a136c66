import { APIError, type CollectionBeforeChangeHook } from 'payload'
import { idOf } from '../access/relations.ts'
import type { Organization } from '../payload-types.ts'

/**
 * Keeps every organ's list of those above it, so that a subtree is one plain query on either
 * database. Refuses a circle. Organs below are carried along when one moves.
 */
export const setAncestors: CollectionBeforeChangeHook<Organization> = async ({
  data,
  originalDoc,
  req,
}) => {
  if (data.parent === undefined && originalDoc) return data
  const parent = idOf(data.parent)
  const ancestors: string[] = []
  if (parent) {
    const above = await req.payload.findByID({
      collection: 'organizations',
      id: parent,
      depth: 0,
      req,
    })
    ancestors.push(...(above.ancestors ?? []).map((one) => idOf(one) as string), parent)
  }
  const own = originalDoc?.id
  if (own && ancestors.includes(own)) throw new APIError('上级机关不能是自己或自己的下级', 400)
  const before = (originalDoc?.ancestors ?? []).map((one) => idOf(one))
  data.ancestors = ancestors
  if (own && before.join() !== ancestors.join()) {
    const { docs } = await req.payload.find({
      collection: 'organizations',
      where: { ancestors: { in: [own] } },
      pagination: false,
      depth: 0,
      req,
    })
    for (const below of docs) {
      const list = (below.ancestors ?? []).map((one) => idOf(one) as string)
      const tail = list.slice(list.indexOf(own))
      await req.payload.db.updateOne({
        collection: 'organizations',
        id: below.id,
        data: { ancestors: [...ancestors, ...tail] },
        req,
        returning: false,
      })
    }
  }
  return data
}

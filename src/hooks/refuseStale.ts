import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { StaleSave } from '../desk/refusals.ts'

/** What a save was made from, as an ISO instant: the `updatedAt` that was read. */
export const baseHeader = 'x-gongkai-base'

/**
 * Refuses a save over what somebody else has saved since it was read. Who reads first and saves
 * then sends the `updatedAt` that was read, as the header `x-gongkai-base`, or as the query
 * parameter `base` where no header can be set. Without it a save goes through as ever.
 * @throws {StaleSave} 409 with the present `updatedAt`; nothing is stored then
 */
export const refuseStale: CollectionBeforeChangeHook<Dated> = ({ data, originalDoc, req }) => {
  // What is written on the way, to other documents, was not read by the person.
  const isNamed = originalDoc && req.routeParams?.id === originalDoc.id
  const base = isNamed && baseOf(req)
  if (base && Date.parse(originalDoc.updatedAt) > Date.parse(base)) {
    throw new StaleSave(originalDoc.updatedAt)
  }
  return data
}

interface Dated {
  id: string
  updatedAt: string
}

function baseOf({ headers, query }: PayloadRequest): string | undefined {
  const given = headers.get(baseHeader) ?? query?.base
  return typeof given === 'string' ? given : undefined
}

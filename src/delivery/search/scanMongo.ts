import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Payload } from 'payload'
import type { Scan, TextQuery } from './Search.ts'
import { regexOf } from './words.ts'

/** MongoDB goes through the texts itself, so nobody waits here. */
export function scanMongo(payload: Payload): Scan {
  return async (query) => {
    const { collections } = payload.db as unknown as MongooseAdapter
    const found = await collections['publications']!.find(filterOf(query), { _id: 1 })
      .sort({ publishedAt: -1, _id: -1 })
      .lean<{ _id: unknown }[]>()
    return found.map(({ _id }) => String(_id))
  }
}

const filterOf = ({ words, organization, region, year }: TextQuery) => ({
  state: 'current',
  ...(organization === undefined ? {} : { organizationSlug: organization }),
  ...(region === undefined ? {} : { region }),
  ...(year === undefined ? {} : { year }),
  ...(words.length === 0
    ? {}
    : { $and: words.map((word) => ({ searchText: { $regex: regexOf(word) } })) }),
})

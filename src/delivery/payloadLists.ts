import type { Payload, Where } from 'payload'
import type { Publication as StoredPublication } from '../payload-types.ts'
import { findPublications, type Listed } from './findPublications.ts'
import { lastSequence } from './lastSequence.ts'
import type {
  CurrentPublication,
  News,
  PublicationStore,
  PublicationSummary,
  PublishedAddress,
  ReportQuery,
} from './PublicationStore.ts'
import { excerptOf } from './search/excerptOf.ts'
import { searchOf } from './search/searchOf.ts'
import { wordsOf } from './search/words.ts'

type Overviews = Pick<PublicationStore, 'list' | 'current' | 'news' | 'addresses' | 'lastChange'>

/** What is current, seen from several sides. */
export function payloadLists(payload: Payload): Overviews {
  const lastChange = () => lastSequence(payload)
  const search = searchOf(payload, lastChange)
  return {
    lastChange,

    async list(query) {
      const words = wordsOf(query.q ?? '')
      if (words.length === 0) return plainList(payload, query)
      const ids = await search.find({ ...query, words })
      const start = (query.page - 1) * query.limit
      const docs = await foundOnes(payload, ids.slice(start, start + query.limit), words)
      return { docs, totalDocs: ids.length }
    },

    async current(organizations) {
      const { docs } = await findPublications(
        payload,
        { and: [isCurrent, { organizationSlug: { in: [...organizations] } }] },
        { sort: 'id', limit: 0 },
      )
      return docs.map(currentOf)
    },

    news: (organization, limit) => newsOf(payload, organization, limit),

    addresses: () => addressesOf(payload),
  }
}

const isCurrent: Where = { state: { equals: 'current' } }

async function plainList(payload: Payload, query: ReportQuery) {
  const { organization, region, year, page, limit } = query
  const conditions = [isCurrent]
  if (organization) conditions.push({ organizationSlug: { equals: organization } })
  if (region) conditions.push({ region: { equals: region } })
  if (year !== undefined) conditions.push({ year: { equals: year } })
  const sort = ['-publishedAt', '-id']
  const found = await findPublications(payload, { and: conditions }, { sort, page, limit })
  return { docs: found.docs.map(summaryOf), totalDocs: found.totalDocs }
}

/** @returns the publications in the order of the ids, without those withdrawn meanwhile */
async function foundOnes(
  payload: Payload,
  ids: readonly string[],
  words: readonly string[],
): Promise<PublicationSummary[]> {
  if (ids.length === 0) return []
  const where: Where = { and: [isCurrent, { id: { in: [...ids] } }] }
  const { docs } = await findPublications(payload, where, { sort: 'id', limit: 0 })
  const { docs: texts } = await payload.db.find<StoredPublication>({
    collection: 'publications',
    where: { id: { in: [...ids] } },
    pagination: false,
    limit: 0,
    select: { searchText: true },
  })
  const found = new Map(docs.map((doc) => [doc.id, doc]))
  const textOf = new Map(texts.map(({ id, searchText }) => [id, searchText]))
  return ids.flatMap((id) => {
    const doc = found.get(id)
    const text = textOf.get(id)
    if (!doc || text === undefined) return []
    return [{ ...summaryOf(doc), ...excerptOf(text, words) }]
  })
}

async function newsOf(
  payload: Payload,
  organization: string | undefined,
  limit: number,
): Promise<News | undefined> {
  const ofOrgan: Where[] = organization ? [{ organizationSlug: { equals: organization } }] : []
  const last = await findPublications(payload, { and: ofOrgan }, { sort: '-sequence', limit: 1 })
  const [changed] = last.docs
  if (!changed && organization) return undefined
  const { docs } = await findPublications(
    payload,
    { and: [isCurrent, ...ofOrgan] },
    { sort: ['-publishedAt', '-id'], limit },
  )
  return {
    organization: organization && changed ? nameOf(changed) : null,
    docs: docs.map((doc) => ({
      ...currentOf(doc),
      correctionReason: doc.correctionReason ?? null,
    })),
    changedAt: changed ? (changed.withdrawnAt ?? changed.publishedAt) : null,
  }
}

const nameOf = ({ organizationSlug, organizationName }: Listed) => ({
  slug: organizationSlug,
  name: organizationName,
})

/** So many at a time that other readers do not wait. */
const addressesAtOnce = 200

async function addressesOf(payload: Payload): Promise<PublishedAddress[]> {
  const addresses: PublishedAddress[] = []
  for (let page = 1; ; page++) {
    const { docs } = await payload.db.find<StoredPublication>({
      collection: 'publications',
      where: isCurrent,
      sort: ['-publishedAt', '-id'],
      limit: addressesAtOnce,
      page,
      pagination: false,
      select: { organizationSlug: true, year: true, publishedAt: true },
    })
    for (const { organizationSlug, year, publishedAt } of docs) {
      addresses.push({ organization: organizationSlug, year, publishedAt })
    }
    if (docs.length < addressesAtOnce) return addresses
    await new Promise(setImmediate)
  }
}

const currentOf = (stored: Listed): CurrentPublication => ({ id: stored.id, ...summaryOf(stored) })

const summaryOf = (stored: Listed): PublicationSummary => ({
  organization: {
    slug: stored.organizationSlug,
    name: stored.organizationName,
    region: stored.region ?? null,
  },
  year: stored.year,
  format: stored.format,
  title: stored.title,
  publishedAt: stored.publishedAt,
  revision: stored.revision,
  digest: stored.digest,
})

import type { Payload, Where } from 'payload'
import type { Publication as StoredPublication } from '../payload-types.ts'
import { findPublications, listed, type Listed } from './findPublications.ts'
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
      const start = (query.page - 1) * query.limit
      if (words.length === 0 && query.organization !== undefined) {
        return listOfOrgan(payload, query.organization, query)
      }
      if (words.length === 0 && start < farDown) return plainList(payload, query)
      const ids = await search.find({ ...query, words })
      const docs = await foundOnes(payload, ids.slice(start, start + query.limit), words)
      return { docs, totalDocs: ids.length }
    },

    async current(organizations) {
      const all = await ofOrgans(payload, organizations)
      return all.filter(isCurrent).map(currentOf)
    },

    news: (organization, limit) => newsOf(payload, organization, limit),

    addresses: () => addressesOf(payload),
  }
}

const isCurrent = ({ state }: Pick<Listed, 'state'>): boolean => state === 'current'

/**
 * All publications of some organs, which are few. What is current among them is picked out here:
 * asked for it, a database may choose the index of all that is current, which is everything.
 */
async function ofOrgans(payload: Payload, organizations: readonly string[]): Promise<Listed[]> {
  const where: Where = { organizationSlug: { in: [...organizations] } }
  const { docs } = await findPublications(payload, where, { sort: 'id', limit: 0 })
  return docs.sort(newestFirst)
}

const newestFirst = (a: Listed, b: Listed): number =>
  compare(b.publishedAt, a.publishedAt) || compare(b.id, a.id)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** From here on it costs less to know all ids than to have the database count them off each time. */
const farDown = 1000

async function plainList(payload: Payload, { region, year, page, limit }: ReportQuery) {
  const conditions: Where[] = [{ state: { equals: 'current' } }]
  if (region) conditions.push({ region: { equals: region } })
  if (year !== undefined) conditions.push({ year: { equals: year } })
  // In the order of an index: see the collection.
  const sort = ['-publishedAt', '-id']
  const found = await findPublications(payload, { and: conditions }, { sort, page, limit })
  return { docs: found.docs.map(summaryOf), totalDocs: found.totalDocs }
}

async function listOfOrgan(payload: Payload, organization: string, query: ReportQuery) {
  const { region, year, page, limit } = query
  const found = (await ofOrgans(payload, [organization]))
    .filter(isCurrent)
    .filter(
      (one) =>
        (region === undefined || one.region === region) &&
        (year === undefined || one.year === year),
    )
  const docs = found.slice((page - 1) * limit, page * limit).map(summaryOf)
  return { docs, totalDocs: found.length }
}

/** @returns the publications in the order of the ids, without those withdrawn meanwhile */
async function foundOnes(
  payload: Payload,
  ids: readonly string[],
  words: readonly string[],
): Promise<PublicationSummary[]> {
  if (ids.length === 0) return []
  const { docs } = await payload.find({
    collection: 'publications',
    where: { id: { in: [...ids] } },
    pagination: false,
    depth: 0,
    select: words.length > 0 ? { ...listed, searchText: true } : listed,
  })
  const found = new Map(docs.filter(isCurrent).map((doc) => [doc.id, doc]))
  return ids.flatMap((id) => {
    const doc = found.get(id)
    if (!doc) return []
    const excerpt = 'searchText' in doc ? excerptOf(doc.searchText, words) : {}
    return [{ ...summaryOf(doc), ...excerpt }]
  })
}

async function newsOf(
  payload: Payload,
  organization: string | undefined,
  limit: number,
): Promise<News | undefined> {
  if (organization === undefined) return newsOfAll(payload, limit)
  const all = await ofOrgans(payload, [organization])
  const [changed] = [...all].sort((a, b) => (b.sequence ?? 0) - (a.sequence ?? 0))
  if (!changed) return undefined
  return {
    organization: nameOf(changed),
    docs: all.filter(isCurrent).slice(0, limit).map(newsItemOf),
    changedAt: changeOf(changed),
  }
}

async function newsOfAll(payload: Payload, limit: number): Promise<News> {
  const last = await findPublications(payload, {}, { sort: '-sequence', limit: 1 })
  const { docs } = await findPublications(
    payload,
    { state: { equals: 'current' } },
    { sort: ['-publishedAt', '-id'], limit },
  )
  const [changed] = last.docs
  return {
    organization: null,
    docs: docs.map(newsItemOf),
    changedAt: changed ? changeOf(changed) : null,
  }
}

const changeOf = ({ withdrawnAt, publishedAt }: Listed): string => withdrawnAt ?? publishedAt

const newsItemOf = (stored: Listed) => ({
  ...currentOf(stored),
  correctionReason: stored.correctionReason ?? null,
})

const nameOf = ({ organizationSlug, organizationName }: Listed) => ({
  slug: organizationSlug,
  name: organizationName,
})

/** So many at a time that other readers do not wait. */
const addressesAtOnce = 50

async function addressesOf(payload: Payload): Promise<PublishedAddress[]> {
  const addresses: PublishedAddress[] = []
  for (let last = ''; ;) {
    const { docs } = await payload.db.find<StoredPublication>({
      collection: 'publications',
      where: last ? { id: { greater_than: last } } : {},
      sort: 'id',
      limit: addressesAtOnce,
      pagination: false,
      select: { organizationSlug: true, year: true, publishedAt: true, state: true },
    })
    for (const { organizationSlug, year, publishedAt } of docs.filter(isCurrent)) {
      addresses.push({ organization: organizationSlug, year, publishedAt })
    }
    const end = docs.at(-1)
    if (!end || docs.length < addressesAtOnce) break
    last = end.id
    await new Promise(setImmediate)
  }
  return addresses.sort((a, b) => compare(b.publishedAt, a.publishedAt))
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

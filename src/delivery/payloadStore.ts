import type { Payload, Where } from 'payload'
import type {
  Organization,
  Publication as StoredPublication,
  PublishedImage,
} from '../payload-types.ts'
import { publicationOf } from '../publication/stored.ts'
import { findPublications, type Listed } from './findPublications.ts'
import { payloadArticles } from './payloadArticles.ts'
import { payloadChanges } from './payloadChanges.ts'
import type { PublicationStore, PublicationSummary, ReportQuery } from './PublicationStore.ts'

/** The publications as Payload keeps them, on whichever database. */
export function payloadStore(payload: Payload): PublicationStore {
  return {
    async find(organization, year) {
      const newest = await findPublications(payload, reportOf(organization, year), {
        sort: '-revision',
        limit: 1,
      })
      const [found] = newest.docs
      if (!found) return undefined
      const { id, state, publishedAt, withdrawnAt } = found
      return state === 'withdrawn'
        ? { id, state, publishedAt, withdrawnAt: withdrawnAt ?? undefined }
        : { id, state: 'current', publishedAt }
    },

    async load(id) {
      const stored = await payload.db.findOne<StoredPublication>({
        collection: 'publications',
        where: { id: { equals: id } },
      })
      return stored ? publicationOf(stored) : undefined
    },

    async list(query) {
      if (query.q !== undefined && wordsIn(query.q) === '') return { docs: [], totalDocs: 0 }
      const { docs, totalDocs } = await findPublications(payload, whereOf(query), {
        sort: ['-publishedAt', '-id'],
        page: query.page,
        limit: query.limit,
      })
      return { docs: docs.map(summaryOf), totalDocs }
    },

    async revisions(organization, year) {
      const { docs } = await findPublications(payload, reportOf(organization, year), {
        sort: '-revision',
        limit: 0,
      })
      if (docs[0]?.state !== 'current') return []
      return docs.map(
        ({ id, revision, digest, publishedAt, correctionReason, state, imageNames }) => ({
          id,
          revision,
          digest,
          publishedAt,
          correctionReason: correctionReason ?? null,
          state,
          images: (imageNames ?? []) as string[],
        }),
      )
    },

    async image(name) {
      const stored = await payload.db.findOne<PublishedImage>({
        collection: 'published-images',
        where: { name: { equals: name } },
      })
      if (!stored) return undefined
      return { mimeType: stored.mimeType, data: Buffer.from(stored.data, 'base64') }
    },

    async channels() {
      const { docs } = await payload.find({
        collection: 'channels',
        where: { listed: { equals: true } },
        sort: 'slug',
        pagination: false,
        depth: 1,
      })
      return docs.map(({ slug, name, kind, account, url, organization }) => ({
        slug,
        name,
        kind,
        account: account ?? null,
        url: url ?? null,
        organization:
          typeof organization === 'object'
            ? { slug: organization.slug, name: organization.name }
            : null,
      }))
    },

    ...payloadArticles(payload),
    ...payloadChanges(payload),

    async organizations({ page, limit }) {
      const { docs, totalDocs } = await payload.find({
        collection: 'organizations',
        sort: 'slug',
        page,
        limit,
        depth: 1,
      })
      const years = await yearsOf(
        payload,
        docs.map(({ slug }) => slug),
      )
      return {
        docs: docs.map((organization) => ({
          slug: organization.slug,
          name: organization.name,
          region: organization.region ?? null,
          parent: parentSlug(organization),
          years: years.get(organization.slug) ?? [],
        })),
        totalDocs,
      }
    },
  }
}

const reportOf = (organization: string, year: number): Where => ({
  and: [{ organizationSlug: { equals: organization } }, { year: { equals: year } }],
})

function whereOf({ organization, region, year, q }: ReportQuery): Where {
  const conditions: Where[] = [{ state: { equals: 'current' } }]
  if (organization) conditions.push({ organizationSlug: { equals: organization } })
  if (region) conditions.push({ region: { equals: region } })
  if (year !== undefined) conditions.push({ year: { equals: year } })
  if (q) conditions.push({ searchText: { like: wordsIn(q) } })
  return { and: conditions }
}

/** Without the characters that SQL would take for wildcards. */
const wordsIn = (q: string): string => q.replace(/[%_]/g, ' ').trim()

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

const parentSlug = ({ parent }: Organization): string | null =>
  typeof parent === 'object' ? (parent?.slug ?? null) : null

async function yearsOf(payload: Payload, slugs: string[]): Promise<Map<string, number[]>> {
  const years = new Map<string, number[]>()
  if (slugs.length === 0) return years
  const { docs } = await payload.find({
    collection: 'publications',
    where: { and: [{ state: { equals: 'current' } }, { organizationSlug: { in: slugs } }] },
    sort: '-year',
    pagination: false,
    depth: 0,
    select: { organizationSlug: true, year: true },
  })
  for (const { organizationSlug, year } of docs) {
    years.set(organizationSlug, [...(years.get(organizationSlug) ?? []), year])
  }
  return years
}

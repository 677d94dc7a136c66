import type { Payload, Where } from 'payload'
import type {
  Organization,
  Publication as StoredPublication,
  PublishedImage,
} from '../payload-types.ts'
import { publicationOf } from '../publication/stored.ts'
import { findPublications, listed } from './findPublications.ts'
import { payloadArticles } from './payloadArticles.ts'
import { payloadChanges } from './payloadChanges.ts'
import { payloadLists } from './payloadLists.ts'
import type { PublicationStore } from './PublicationStore.ts'

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

    ...payloadLists(payload),

    async revisions(organization, year) {
      const { docs } = await payload.find({
        collection: 'publications',
        where: reportOf(organization, year),
        sort: '-revision',
        pagination: false,
        depth: 0,
        select: { ...listed, imageNames: true },
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

const parentSlug = ({ parent }: Organization): string | null =>
  typeof parent === 'object' ? (parent?.slug ?? null) : null

async function yearsOf(payload: Payload, slugs: string[]): Promise<Map<string, number[]>> {
  const years = new Map<string, number[]>()
  if (slugs.length === 0) return years
  const { docs } = await payload.find({
    collection: 'publications',
    where: { organizationSlug: { in: slugs } },
    sort: '-year',
    pagination: false,
    depth: 0,
    select: { organizationSlug: true, year: true, state: true },
  })
  for (const { organizationSlug, year, state } of docs) {
    if (state !== 'current') continue
    years.set(organizationSlug, [...(years.get(organizationSlug) ?? []), year])
  }
  return years
}

import type { Payload, Where } from 'payload'
import { idOf } from '../access/relations.ts'
import {
  receiptsOf,
  standingByReport,
  toldOf,
  type StandingReceipt,
} from '../publication/standing.ts'
import { findPublications, type Listed } from './findPublications.ts'
import { lastSequence } from './lastSequence.ts'
import type {
  ArticlePosition,
  ArticleSummary,
  PublicationStore,
  StaleArticle,
} from './PublicationStore.ts'

type Articles = Pick<PublicationStore, 'channel' | 'articles' | 'article'>

/** What a channel has to tell, and what stands in it. */
export function payloadArticles(payload: Payload): Articles {
  return {
    async channel(slug) {
      const channel = await listedChannel(payload, slug)
      if (!channel || typeof channel.organization !== 'object') return undefined
      return {
        slug,
        organization: channel.organization.slug,
        tableForm: channel.tableForm ?? 'grid',
      }
    },

    async articles(channel, after, limit) {
      const found = await listedChannel(payload, channel)
      const organization = idOf(found?.organization)
      if (!found || !organization) return undefined
      // Read before the list: what comes in between is told the next time.
      const last = await lastSequence(payload)
      const { docs } = await findPublications(
        payload,
        { and: [...articlesUpTo(last, organization), ...(after ? [laterThan(after)] : [])] },
        { sort: 'sequence', limit: limit + 1 },
      )
      const receipts = standingByReport(await receiptsOf({ payload }, { channel: [found.id] }))
      const told = docs.slice(0, limit)
      const more = docs.length > limit
      return {
        docs: told.map((doc) => articleOf(doc, receipts.get(idOf(doc.report) ?? ''))),
        more,
        next: more ? (told.at(-1)?.sequence ?? last) : last,
        stale: await staleArticles(payload, [...receipts.values()]),
      }
    },

    async article(id) {
      const { docs } = await findPublications(
        payload,
        { id: { equals: id } },
        { sort: 'id', limit: 1 },
      )
      const [found] = docs
      if (!found) return undefined
      const { docs: current } = await findPublications(
        payload,
        { and: [{ report: { equals: idOf(found.report) } }, { state: { equals: 'current' } }] },
        { sort: 'id', limit: 1 },
      )
      const { standing: _, ...facts } = articleOf(found, undefined)
      const receipts = await receiptsOf({ payload }, { publication: [id] })
      const slugs = await slugsOf(
        payload,
        receipts.map(({ channel }) => channel),
      )
      return {
        ...facts,
        state: found.state,
        replacedBy: current[0] && current[0].id !== id ? current[0].id : null,
        receipts: receipts.map((receipt) => ({
          channel: slugs.get(receipt.channel) ?? '',
          removed: receipt.removed,
          ...toldOf(receipt),
        })),
      }
    },
  }
}

const laterThan = (after: ArticlePosition): Where =>
  'sequence' in after
    ? { sequence: { greater_than: after.sequence } }
    : { publishedAt: { greater_than_equal: after.publishedAt } }

const articlesUpTo = (sequence: number, organization: string): Where[] => [
  { latest: { equals: true } },
  { organization: { equals: organization } },
  { sequence: { less_than_equal: sequence } },
]

async function listedChannel(payload: Payload, slug: string) {
  const { docs } = await payload.find({
    collection: 'channels',
    where: { and: [{ slug: { equals: slug } }, { listed: { equals: true } }] },
    limit: 1,
    depth: 1,
  })
  return docs[0]
}

function articleOf(stored: Listed, standing: StandingReceipt | undefined): ArticleSummary {
  const { id, title, organizationSlug, organizationName, year, revision, digest } = stored
  const isWithdrawn = stored.state === 'withdrawn'
  return {
    ...{ id, title, year, revision, digest },
    organization: { slug: organizationSlug, name: organizationName },
    publishedAt: stored.publishedAt,
    state: isWithdrawn ? 'withdrawn' : 'current',
    ...(isWithdrawn && stored.withdrawnAt ? { withdrawnAt: stored.withdrawnAt } : {}),
    standing: standing ? toldOf(standing) : null,
  }
}

async function staleArticles(
  payload: Payload,
  receipts: readonly StandingReceipt[],
): Promise<StaleArticle[]> {
  const stale = receipts.filter((receipt) => receipt.stale)
  if (stale.length === 0) return []
  const { docs } = await findPublications(
    payload,
    { id: { in: stale.map(({ publication }) => publication) } },
    { sort: 'id', limit: 0 },
  )
  const byId = new Map(docs.map((doc) => [doc.id, doc]))
  return stale.flatMap((receipt) => {
    const publication = byId.get(receipt.publication)
    if (!publication) return []
    const { id, organizationSlug, organizationName, year } = publication
    const organization = { slug: organizationSlug, name: organizationName }
    return [{ id, organization, year, ...toldOf(receipt) }]
  })
}

async function slugsOf(payload: Payload, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { docs } = await payload.find({
    collection: 'channels',
    where: { id: { in: ids } },
    pagination: false,
    depth: 0,
    select: { slug: true },
  })
  return new Map(docs.map(({ id, slug }) => [id, slug]))
}

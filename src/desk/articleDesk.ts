import type { PayloadRequest, Where } from 'payload'
import { mayHandleArticles } from '../access/articles.ts'
import { idOf } from '../access/relations.ts'
import { withArticles } from '../access/withinSubtree.ts'
import type { Channel, Publication, WechatDraft } from '../payload-types.ts'
import { receiptsOf, standingByReport, toldOf, type Standing } from '../publication/standing.ts'

/** A report's newest publication and one 公众号 of its organ: what is to be done, and what is done. */
export interface ArticleTask {
  publication: Pick<
    Publication,
    'id' | 'title' | 'year' | 'revision' | 'state' | 'publishedAt' | 'organizationSlug'
  >
  channel: Pick<Channel, 'id' | 'slug' | 'name'> & { hasAppId: boolean }
  /** What stands in the channel; absent for nothing. */
  standing?: Standing
  /** On its way to the drafts box, or there. */
  draft?: Pick<WechatDraft, 'state' | 'advice' | 'draftedAt' | 'updatedAt'>
  /** Whether the person pushes to the channel and says what stands in it. */
  mayHandle: boolean
}

const most = 200

/**
 * The articles that the person sees, the newest first.
 * @param publication only of this one
 * @returns one for each publication and channel; at most those of 200 publications
 */
export async function articleTasks(
  req: PayloadRequest,
  publication?: string,
): Promise<ArticleTask[]> {
  const scope = await withArticles({ req })
  if (scope === false) return []
  const conditions: Where[] = [
    scope === true ? {} : scope,
    publication ? { id: { equals: publication } } : { latest: { equals: true } },
  ]
  const { docs: publications } = await req.payload.find({
    collection: 'publications',
    where: { and: conditions },
    sort: '-sequence',
    limit: most,
    pagination: false,
    depth: 0,
    select: {
      ...{ title: true, year: true, revision: true, state: true, publishedAt: true },
      ...{ organizationSlug: true, organization: true, report: true },
    },
    req,
  })
  const organs = [...new Set(publications.map(({ organization }) => idOf(organization) ?? ''))]
  const tasks: ArticleTask[] = []
  for (const channel of await wechatChannels(req, organs)) {
    const standing = standingByReport(await receiptsOf(req, { channel: channel.id }))
    const own = publications.filter(
      ({ organization }) => idOf(organization) === idOf(channel.organization),
    )
    const drafts = await draftsOf(req, channel, own)
    for (const { report, organization: _, ...facts } of own) {
      const receipt = standing.get(idOf(report) ?? '')
      const draft = drafts.get(facts.id)
      tasks.push({
        publication: facts,
        channel: {
          ...{ id: channel.id, slug: channel.slug, name: channel.name },
          hasAppId: Boolean(channel.appId),
        },
        ...(receipt && { standing: toldOf(receipt) }),
        ...(draft && { draft }),
        mayHandle: mayHandleArticles(req, channel),
      })
    }
  }
  const place = new Map(publications.map(({ id }, index) => [id, index]))
  return tasks.sort(
    (a, b) => (place.get(a.publication.id) ?? 0) - (place.get(b.publication.id) ?? 0),
  )
}

async function wechatChannels(req: PayloadRequest, organs: string[]): Promise<Channel[]> {
  if (organs.length === 0) return []
  const { docs } = await req.payload.find({
    collection: 'channels',
    where: { and: [{ organization: { in: organs } }, { kind: { equals: 'wechat' } }] },
    sort: 'slug',
    pagination: false,
    depth: 0,
    req,
  })
  return docs
}

async function draftsOf(
  req: PayloadRequest,
  channel: Channel,
  publications: readonly { id: string }[],
): Promise<Map<string, NonNullable<ArticleTask['draft']>>> {
  const ids = publications.map(({ id }) => id)
  const { docs } = await req.payload.db.find<WechatDraft>({
    collection: 'wechat-drafts',
    where: { and: [{ channel: { equals: channel.id } }, { publication: { in: ids } }] },
    pagination: false,
    req,
  })
  return new Map(
    docs.map(({ publication, state, advice, draftedAt, updatedAt }) => [
      idOf(publication) ?? '',
      { state, advice, draftedAt, updatedAt },
    ]),
  )
}

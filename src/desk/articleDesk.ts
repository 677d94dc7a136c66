import type { PayloadRequest, Where } from 'payload'
import { mayHandleArticles } from '../access/articles.ts'
import { idOf } from '../access/relations.ts'
import { withArticles } from '../access/withinSubtree.ts'
import type { Channel, Publication, WechatDraft } from '../payload-types.ts'
import {
  receiptsOf,
  standingByReport,
  toldOf,
  type Standing,
  type StandingReceipt,
} from '../publication/standing.ts'

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

/** Of publications, the newest; what is older is settled, or comes up again with a correction. */
export const mostPublications = 200

/**
 * The articles that the person sees, the newest first.
 * @param publication only of this one
 * @returns one for each publication and channel, of at most {@link mostPublications}
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
    limit: mostPublications,
    pagination: false,
    depth: 0,
    select: {
      ...{ title: true, year: true, revision: true, state: true, publishedAt: true },
      ...{ organizationSlug: true, organization: true, report: true },
    },
    req,
  })
  if (publications.length === 0) return []
  const organs = [...new Set(publications.map(({ organization }) => idOf(organization) ?? ''))]
  const channels = await wechatChannels(req, organs)
  const standing = await standingIn(req, channels)
  const drafts = await draftsOf(
    req,
    publications.map(({ id }) => id),
  )
  return publications.flatMap(({ report, organization, ...publication }) =>
    channels
      .filter((channel) => idOf(channel.organization) === idOf(organization))
      .map((channel): ArticleTask => {
        const receipt = standing.get(channel.id)?.get(idOf(report) ?? '')
        const draft = drafts.get(`${publication.id} ${channel.id}`)
        const { id, slug, name, appId } = channel
        return {
          publication,
          channel: { id, slug, name, hasAppId: Boolean(appId) },
          ...(receipt && { standing: toldOf(receipt) }),
          ...(draft && { draft }),
          mayHandle: mayHandleArticles(req, channel),
        }
      }),
  )
}

/** What stands in each channel, by report. */
async function standingIn(
  req: PayloadRequest,
  channels: readonly Channel[],
): Promise<Map<string, Map<string, StandingReceipt>>> {
  const receipts = await receiptsOf(req, { channel: channels.map(({ id }) => id) })
  const of = ({ id }: Channel) => receipts.filter(({ channel }) => channel === id)
  return new Map(channels.map((channel) => [channel.id, standingByReport(of(channel))]))
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

/** @returns by the ids of publication and channel */
async function draftsOf(
  req: PayloadRequest,
  publications: readonly string[],
): Promise<Map<string, NonNullable<ArticleTask['draft']>>> {
  const { docs } = await req.payload.db.find<WechatDraft>({
    collection: 'wechat-drafts',
    where: { publication: { in: publications } },
    pagination: false,
    req,
  })
  return new Map(
    docs.map(({ publication, channel, state, advice, draftedAt, updatedAt }) => [
      `${idOf(publication)} ${idOf(channel)}`,
      { state, advice, draftedAt, updatedAt },
    ]),
  )
}

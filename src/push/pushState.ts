import type { PayloadRequest } from 'payload'
import { idOf } from '../access/relations.ts'
import type { Channel, WechatDraft } from '../payload-types.ts'
import { secretOf } from './settings.ts'

/** How far a publication has come on its way into one 公众号. */
export interface PushState {
  channel: { id: string; slug: string; name: string; account: string | null }
  /** Whether the channel has an AppID, and the server its AppSecret. */
  hasAppId: boolean
  hasSecret: boolean
  /** `null` when it was never pushed there. */
  draft: PushedDraft | null
}

export type PushedDraft = Pick<WechatDraft, 'id' | 'state' | 'updatedAt'> & {
  attempts: number
  advice: string | null
  errorCode: number | null
  mediaId: string | null
  draftedAt: string | null
  requestedBy: string | null
}

/**
 * Access is the caller's business.
 * @param publication its id and that of its organ
 * @returns one for each 公众号 of the organ, by name
 */
export async function pushState(
  { payload }: PayloadRequest,
  publication: { id: string; organization: string | { id: string } },
): Promise<PushState[]> {
  const { docs: channels } = await payload.db.find<Channel>({
    collection: 'channels',
    where: {
      and: [
        { organization: { equals: idOf(publication.organization) } },
        { kind: { equals: 'wechat' } },
      ],
    },
    sort: 'name',
    pagination: false,
  })
  const { docs: drafts } = await payload.db.find<WechatDraft>({
    collection: 'wechat-drafts',
    where: { publication: { equals: publication.id } },
    pagination: false,
  })
  const byChannel = new Map(drafts.map((draft) => [idOf(draft.channel), draft]))
  return channels.map((channel) => stateOf(channel, byChannel.get(channel.id)))
}

const stateOf = (
  { id, slug, name, account, appId }: Channel,
  draft: WechatDraft | undefined,
): PushState => ({
  channel: { id, slug, name, account: account ?? null },
  hasAppId: Boolean(appId),
  hasSecret: Boolean(appId && secretOf(appId)),
  draft: draft ? pushed(draft) : null,
})

const pushed = (draft: WechatDraft): PushedDraft => ({
  id: draft.id,
  state: draft.state,
  attempts: draft.attempts ?? 0,
  advice: draft.advice ?? null,
  errorCode: draft.errorCode ?? null,
  mediaId: draft.mediaId ?? null,
  draftedAt: draft.draftedAt ?? null,
  requestedBy: draft.requestedBy ?? null,
  updatedAt: draft.updatedAt,
})

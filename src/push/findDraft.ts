import type { Payload, PayloadRequest } from 'payload'
import type { WechatDraft } from '../payload-types.ts'
import type { Target } from './target.ts'

/**
 * @param req within whose transaction it is looked for
 * @returns the one record of a publication and a channel; `null` when it was never pushed there
 */
export const findDraft = (
  payload: Payload,
  { publication, channel }: Target,
  req?: PayloadRequest,
): Promise<WechatDraft | null> =>
  payload.db.findOne<WechatDraft>({
    collection: 'wechat-drafts',
    where: {
      and: [{ publication: { equals: publication.id } }, { channel: { equals: channel.id } }],
    },
    req,
  })

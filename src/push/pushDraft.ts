import type { Payload } from 'payload'
import { idOf } from '../access/relations.ts'
import type { Channel, WechatDraft } from '../payload-types.ts'
import { wechatClient } from '../wechat/api/client.ts'
import { WechatError, type Retry } from '../wechat/api/errors.ts'
import { meterOf } from './calls.ts'
import { claim, LeaseLost, release } from './lease.ts'
import { loadPublication } from './loadPublication.ts'
import { Push, PushRefused } from './Push.ts'
import { accountOf, secretOf } from './settings.ts'
import { addDraft, refuseOutdated } from './steps/addDraft.ts'
import { findAsked } from './steps/findAsked.ts'
import { uploadCover } from './steps/uploadCover.ts'
import { uploadImages } from './steps/uploadImages.ts'
import { missingSecret } from './target.ts'
import { sharedTokens } from './tokens.ts'

/** The first try and those that follow when trying again may help. */
export const mostAttempts = 6

/** A try that failed and is worth another; its text is fit for logs. */
export class TryAgain extends Error {
  readonly when: Exclude<Retry, 'never'>

  constructor(message: string, when: Exclude<Retry, 'never'>) {
    super(message)
    this.name = 'TryAgain'
    this.when = when
  }
}

/**
 * Brings a draft on its way as far as it goes, from where an earlier try stopped. What cannot be
 * mended by trying again is written into the record and is no error here.
 * @throws {TryAgain}; whatever the database throws
 */
export async function pushDraft(payload: Payload, id: string): Promise<void> {
  const record = await claim(payload, id)
  if (!record) return
  try {
    const mediaId = await run(await prepare(payload, record))
    const draftedAt = new Date().toISOString()
    const state = 'drafted'
    await release(payload, id, { state, mediaId, draftedAt, advice: null, errorCode: null })
  } catch (error) {
    if (error instanceof LeaseLost) return // whoever took it over goes on
    await settle(payload, record, error)
  }
}

/** The steps, each of which does nothing when it is done already. */
async function run(push: Push): Promise<string> {
  const found = await findAsked(push)
  if (found) return found
  await refuseOutdated(push)
  await uploadCover(push)
  await uploadImages(push)
  return addDraft(push)
}

async function prepare(payload: Payload, record: WechatDraft): Promise<Push> {
  const publication = await loadPublication(payload, idOf(record.publication) ?? '')
  const channel = await payload.db.findOne<Channel>({
    collection: 'channels',
    where: { id: { equals: idOf(record.channel) ?? '' } },
  })
  if (!publication || !channel?.appId) throw new PushRefused('公众号没有填写 AppID，不能推送')
  const secret = secretOf(channel.appId)
  if (!secret) throw new PushRefused(missingSecret(channel.appId))
  const account = accountOf(channel.appId, secret)
  const meter = meterOf(payload, channel.appId)
  const tokens = sharedTokens(payload, account, meter)
  const client = wechatClient({ ...account, tokens, meter })
  return new Push(payload, record, { publication, channel, client })
}

/** Writes down why it failed, and whether it is tried again. */
async function settle(payload: Payload, record: WechatDraft, error: unknown): Promise<void> {
  if (!(error instanceof WechatError || error instanceof PushRefused)) {
    const advice = '系统内部错误，稍后会自动再试'
    await release(payload, record.id, { ...next(record), advice })
    throw error
  }
  const { advice, code, retry } = error
  const further = retry === 'never' ? ({ state: 'failed' } as const) : next(record)
  await release(payload, record.id, { ...further, advice, errorCode: code })
  if (retry === 'never' || further.state === 'failed') {
    payload.logger.warn(`公众号草稿 ${record.id} 推送失败：${error.message}`)
    return
  }
  throw new TryAgain(error.message, retry)
}

const next = ({ attempts }: WechatDraft) => ({
  state: (attempts ?? 0) < mostAttempts ? ('queued' as const) : ('failed' as const),
})

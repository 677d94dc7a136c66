import { APIError, type Payload } from 'payload'
import { idOf } from '../access/relations.ts'
import type { Channel } from '../payload-types.ts'
import { loadPublication, type LoadedPublication } from './loadPublication.ts'

/** What is pushed where. */
export interface Target {
  publication: LoadedPublication
  channel: Channel
  appId: string
}

/** Ids. */
export interface TargetIds {
  publication: string
  channel: string
}

/**
 * Finds the publication and the 公众号, and sees that the one may go to the other.
 * @throws 404 when there is none; 400 when the channel is not fit; 409 when the publication is not
 *   what the public sees
 */
export async function findTarget(payload: Payload, ids: TargetIds): Promise<Target> {
  const publication = await loadPublication(payload, ids.publication)
  if (!publication) throw new APIError('没有这个发布版本', 404)
  const channel = await payload.db.findOne<Channel>({
    collection: 'channels',
    where: { id: { equals: ids.channel } },
  })
  if (!channel) throw new APIError('没有这个公开渠道', 404)
  const appId = appIdFor(channel, publication)
  const outdated = whyNotCurrent(publication)
  if (outdated) throw new APIError(outdated, 409)
  return { publication, channel, appId }
}

function appIdFor(channel: Channel, { organization }: LoadedPublication): string {
  const { name, kind, appId } = channel
  if (kind !== 'wechat') throw new APIError(`公开渠道“${name}”不是微信公众号`, 400)
  if (idOf(channel.organization) !== organization) {
    throw new APIError(`公众号“${name}”属于其他机关，不能推送本机关的报告`, 400)
  }
  if (!appId) {
    throw new APIError(
      `公众号“${name}”没有填写 AppID，不能推送；可以复制正文后粘贴到公众号编辑器`,
      400,
    )
  }
  return appId
}

/** @returns in Chinese, why a publication is not to be pushed; `undefined` when it may */
export function whyNotCurrent({ state }: Pick<LoadedPublication, 'state'>): string | undefined {
  if (state === 'superseded') return '这个发布版本已被更正，请推送最新的版本'
  if (state === 'withdrawn') return '这个发布版本已撤回，不能推送'
  return undefined
}

export const missingSecret = (appId: string): string =>
  `服务器没有设置公众号的密钥，请管理员设置环境变量 WECHAT_SECRET_${appId} 并重启`

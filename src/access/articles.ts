import type { PayloadRequest } from 'payload'
import type { Channel } from '../payload-types.ts'
import { idOf } from './relations.ts'
import { hasRole, personOf } from './roles.ts'

/**
 * Who pushes articles to a 公众号 and says what stands in it: an administrator, the WeChat team and
 * the reviewer of the organ whose it is, and a program whose key names the channel.
 */
export function mayHandleArticles(
  { user }: Pick<PayloadRequest, 'user'>,
  channel: Pick<Channel, 'id' | 'organization'>,
): boolean {
  if (hasRole({ user }, 'administrator')) return true
  if (user?.collection === 'api-clients') {
    return (user.channels ?? []).some((own) => idOf(own) === channel.id)
  }
  const organ = idOf(personOf({ user })?.organization)
  return hasRole({ user }, 'wechat', 'reviewer') && organ === idOf(channel.organization)
}

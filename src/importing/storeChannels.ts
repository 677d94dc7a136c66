import type { PayloadRequest } from 'payload'
import type { Channel } from '../payload-types.ts'
import { freeSlug } from './slugs.ts'
import type { ImportedChannel } from './types.ts'

/**
 * Finds or creates the channels that a report names.
 * @returns ids by name
 */
export async function storeChannels(
  req: PayloadRequest,
  organization: string,
  channels: readonly ImportedChannel[],
): Promise<Map<string, string>> {
  const { docs } = await req.payload.find({
    collection: 'channels',
    where: { organization: { equals: organization } },
    pagination: false,
    depth: 0,
    req,
  })
  const ids = new Map<string, string>()
  for (const { name, kind } of channels) {
    const account = accountIn(name)
    const known =
      docs.find((channel) => channel.name === name) ??
      docs.find((channel) => isSameAccount(channel, kind, account))
    const { id } =
      known ??
      (await req.payload.create({
        collection: 'channels',
        data: {
          name,
          kind,
          organization,
          account,
          listed: false,
          slug: await freeSlug(req, 'channels', account ?? name),
        },
        req,
      }))
    ids.set(name, id)
  }
  return ids
}

/** @returns 古都营丘 of “古都营丘”微信公众号. */
const accountIn = (name: string): string | undefined => /[“"「]([^”"」]+)[”"」]/.exec(name)?.[1]

const isSameAccount = (channel: Channel, kind: string, account: string | undefined): boolean =>
  account !== undefined && channel.kind === kind && channel.account === account

import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'
import { idOf } from '../access/relations.ts'
import { Refused, type Problem } from '../desk/refusals.ts'
import type { Channel, Report } from '../payload-types.ts'

/** A report names channels of its own organ or of an organ above it, and only such that exist. */
export const refuseForeignChannels: CollectionBeforeValidateHook<Report> = async ({
  data,
  originalDoc,
  req,
}) => {
  const named = namedIn(data)
  if (named.length === 0) return data
  const found = await channelsById(req, [...new Set(named.map(({ id }) => id))])
  const allowed = await organAndAbove(req, idOf(data?.organization ?? originalDoc?.organization))
  const problems: Problem[] = named.flatMap(({ path, id }) => {
    const channel = found.get(id)
    if (!channel) return [{ path, message: '没有这个公开渠道' }]
    if (allowed.includes(idOf(channel.organization))) return []
    return [{ path, message: `“${channel.name}”是其他机关的公开渠道` }]
  })
  if (problems.length > 0) throw new Refused(req, 'reports', problems)
  return data
}

function namedIn(data: Partial<Report> | undefined): { path: string; id: string }[] {
  const plain = (data?.channels ?? []).map((channel, i) => ({ path: `channels.${i}`, channel }))
  const counted = (data?.disclosureFigures?.channels ?? []).map(({ channel }, i) => ({
    path: `disclosureFigures.channels.${i}.channel`,
    channel,
  }))
  return [...plain, ...counted].flatMap(({ path, channel }) => {
    const id = idOf(channel)
    return id ? [{ path, id }] : []
  })
}

async function channelsById(req: PayloadRequest, ids: string[]): Promise<Map<string, Channel>> {
  const { docs } = await req.payload.find({
    collection: 'channels',
    where: { id: { in: ids } },
    pagination: false,
    depth: 0,
    req,
  })
  return new Map(docs.map((channel) => [channel.id, channel]))
}

async function organAndAbove(
  req: PayloadRequest,
  organization: string | undefined,
): Promise<(string | undefined)[]> {
  const organ = await req.payload.findByID({
    collection: 'organizations',
    id: organization ?? '',
    depth: 0,
    disableErrors: true,
    req,
  })
  return [organization, ...(organ?.ancestors ?? []).map((above) => idOf(above))]
}

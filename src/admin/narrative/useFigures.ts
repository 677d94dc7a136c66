'use client'
import { useConfig, useFormFields } from '@payloadcms/ui'
import { useEffect, useMemo } from 'react'
import { idOf } from '../../access/relations.ts'
import type { NarrativeFigures } from '../../narrative/figures.ts'
import type { Channel, Organization } from '../../payload-types.ts'
import { callApi } from '../callApi.ts'
import { observable, useObservable, type Observable } from '../desk/observable.ts'

/** A channel that a report may name. */
export type NamedChannel = Pick<Channel, 'id' | 'name'>

const known = new Map<string, Observable<readonly NamedChannel[]>>()

/** @returns the channels of an organ and of those above it, and how to read them again */
export function useChannels(organ: string): [readonly NamedChannel[], () => Promise<void>] {
  const { api } = useConfig().config.routes
  const channels = channelsOf(organ)
  const read = async () => channels.set(await readChannels(api, organ))
  useEffect(() => {
    if (organ && channels.get().length === 0) void readChannels(api, organ).then(channels.set)
  }, [api, organ, channels])
  return [useObservable(channels), read]
}

function channelsOf(organ: string): Observable<readonly NamedChannel[]> {
  const channels = known.get(organ) ?? observable<readonly NamedChannel[]>([])
  known.set(organ, channels)
  return channels
}

async function readChannels(api: string, organ: string): Promise<readonly NamedChannel[]> {
  const { ancestors } = await callApi<Organization>(`${api}/organizations/${organ}?depth=0`)
  const organs = [organ, ...(ancestors ?? []).map((above) => idOf(above))]
  const where = organs.map((id, index) => `where[organization][in][${index}]=${id}`).join('&')
  const { docs } = await callApi<{ docs: Channel[] }>(
    `${api}/channels?${where}&depth=0&pagination=false&sort=createdAt`,
  )
  return docs
}

/** @returns the figures that the form has at the moment; what is no number counts as blank */
export function useFigures(channels: readonly NamedChannel[]): NarrativeFigures {
  const written = useFormFields(([fields]) => {
    const path = 'disclosureFigures'
    const rows = fields[`${path}.channels`]?.rows ?? []
    return JSON.stringify({
      total: fields[`${path}.total`]?.value,
      rows: rows.map((_, index) => [
        fields[`${path}.channels.${index}.channel`]?.value,
        fields[`${path}.channels.${index}.count`]?.value,
      ]),
    })
  })
  return useMemo(() => {
    const { total, rows } = JSON.parse(written) as { total?: unknown; rows: unknown[][] }
    const nameOf = (id: string) => channels.find((channel) => channel.id === id)?.name
    return {
      total: numberOrBlank(total),
      channels: rows.flatMap(([channel, count]) => {
        const id = idOf(channel as string | { id: string } | null)
        return id ? [{ id, name: nameOf(id) ?? '其他渠道', count: numberOrBlank(count) }] : []
      }),
    }
  }, [written, channels])
}

const numberOrBlank = (value: unknown): number | null => (typeof value === 'number' ? value : null)

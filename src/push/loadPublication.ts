import type { Payload } from 'payload'
import { idOf } from '../access/relations.ts'
import type { Publication as StoredPublication } from '../payload-types.ts'
import type { Publication, PublishedChart, ReportContent } from '../publication/types.ts'

/** A publication with the ids of what it belongs to. */
export interface LoadedPublication extends Publication {
  report: string
  organization: string
}

/** @returns `undefined` when there is none */
export async function loadPublication(
  payload: Payload,
  id: string,
): Promise<LoadedPublication | undefined> {
  const stored = await payload.db.findOne<StoredPublication>({
    collection: 'publications',
    where: { id: { equals: id } },
  })
  if (!stored) return undefined
  return {
    id: stored.id,
    revision: stored.revision,
    digest: stored.digest,
    publishedAt: stored.publishedAt,
    correctionReason: stored.correctionReason ?? null,
    state: stored.state,
    content: JSON.parse(stored.content) as ReportContent,
    charts: (stored.charts ?? []) as unknown as PublishedChart[],
    report: idOf(stored.report) ?? '',
    organization: idOf(stored.organization) ?? '',
  }
}

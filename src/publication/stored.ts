import type { Publication as Stored } from '../payload-types.ts'
import type { Publication, PublishedChart, ReportContent } from './types.ts'

/** Reads a publication as the database keeps it. */
export const publicationOf = (stored: Stored): Publication => ({
  id: stored.id,
  revision: stored.revision,
  digest: stored.digest,
  publishedAt: stored.publishedAt,
  correctionReason: stored.correctionReason ?? null,
  state: stored.state,
  content: JSON.parse(stored.content) as ReportContent,
  charts: (stored.charts ?? []) as unknown as PublishedChart[],
})

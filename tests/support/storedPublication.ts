import type { Payload } from 'payload'
import { canonicalJson } from '../../src/publication/canonical.ts'
import { searchTextOf } from '../../src/publication/searchText.ts'
import type { Publication } from '../../src/publication/types.ts'

/** Writes a publication as publishing does, without the workflow. */
export async function storePublication(
  payload: Payload,
  { content, ...publication }: Publication,
  at: { report: string; organization: string; sequence: number },
): Promise<string> {
  const stored = await payload.db.create({
    collection: 'publications',
    data: {
      ...at,
      title: content.title,
      organizationSlug: content.organization.slug,
      organizationName: content.organization.name,
      region: content.organization.region,
      year: content.year,
      format: content.format,
      revision: publication.revision,
      state: publication.state,
      digest: publication.digest,
      publishedAt: publication.publishedAt,
      latest: true,
      correctionReason: publication.correctionReason,
      content: canonicalJson(content),
      imageNames: [],
      charts: [],
      searchText: searchTextOf(content),
    },
  })
  return String(stored.id)
}

import type { PayloadRequest } from 'payload'
import { idOf } from '../access/relations.ts'
import type { NarrativeSection } from '../narrative/passages.ts'
import type { Section } from '../payload-types.ts'

/** Reads all sections of a report, by their order, within the request's transaction. */
export async function loadSections(
  req: PayloadRequest,
  report: string,
): Promise<NarrativeSection[]> {
  const { docs } = await req.payload.db.find<Section>({
    collection: 'sections',
    where: { report: { equals: report } },
    sort: ['order', 'createdAt', 'id'],
    pagination: false,
    limit: 0,
    req,
  })
  return docs.map(({ id, key, heading, order, parent, content }) => ({
    ...{ id, key, heading, order, content },
    parent: idOf(parent),
  }))
}

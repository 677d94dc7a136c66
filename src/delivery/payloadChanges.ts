import type { Payload } from 'payload'
import type { Publication } from '../payload-types.ts'
import type { Change, PublicationStore } from './PublicationStore.ts'

/** What was published or withdrawn, by its number. */
export function payloadChanges(payload: Payload): Pick<PublicationStore, 'changes'> {
  return {
    async changes(from, limit) {
      // Not by payload.find: this is asked all day, and neither hooks nor access have a say in it.
      const { docs } = await payload.db.find<Publication>({
        collection: 'publications',
        where: { sequence: from === undefined ? { exists: true } : { greater_than_equal: from } },
        sort: from === undefined ? '-sequence' : 'sequence',
        limit,
        pagination: false,
        select: { sequence: true, organizationSlug: true, year: true },
      })
      return docs.map(changeOf)
    },
  }
}

const changeOf = ({ id, sequence, organizationSlug, year }: Publication): Change => ({
  id,
  sequence: sequence ?? 0,
  organization: organizationSlug,
  year,
})

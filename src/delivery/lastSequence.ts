import type { Payload } from 'payload'
import { findPublications } from './findPublications.ts'

/** The number of the last publication or withdrawal; 0 before the first. */
export async function lastSequence(payload: Payload): Promise<number> {
  const { docs } = await findPublications(
    payload,
    { sequence: { exists: true } },
    { sort: '-sequence', limit: 1 },
  )
  return docs[0]?.sequence ?? 0
}

import type { PayloadRequest } from 'payload'
import { personOf } from '../access/roles.ts'
import type { Report } from '../payload-types.ts'
import { actorName } from './audit.ts'

/** Somebody who has a report's page open. */
export interface Present {
  readonly id: string
  readonly name: string
  /** Since when, as an ISO instant. */
  readonly since: string
}

interface Entry {
  name: string
  since: string
  /** When the page was last heard of. */
  at: string
}

/** A page that is silent for so long has been closed without a word. */
const goneAfterMs = 60_000

/**
 * Takes down that the person has the report's page open, or no longer has.
 *
 * Kept in Payload's key-value store, outside of any transaction: it is no part of the report, and
 * what two pages write over each other is right again with the next word of either.
 * @returns the others who have it open, the longest first
 */
export async function markPresence(
  req: PayloadRequest,
  report: Report,
  isLeaving: boolean,
): Promise<Present[]> {
  const person = personOf(req)?.id ?? ''
  const key = `presence:${report.id}`
  const now = new Date()
  const { [person]: own, ...others } = stillHere(await req.payload.kv.get(key), now)
  const at = now.toISOString()
  const entries: Record<string, Entry> = isLeaving
    ? others
    : { ...others, [person]: { name: actorName(req), since: own?.since ?? at, at } }
  try {
    if (Object.keys(entries).length === 0) await req.payload.kv.delete(key)
    else await req.payload.kv.set(key, entries)
  } catch (error) {
    // Two first words at once: the key is unique.
    req.payload.logger.info({ err: error }, 'presence was not taken down')
  }
  return Object.entries(others)
    .map(([id, { name, since }]) => ({ id, name, since }))
    .sort((one, other) => one.since.localeCompare(other.since))
}

function stillHere(stored: unknown, now: Date): Record<string, Entry> {
  const entries = Object.entries((stored ?? {}) as Record<string, Entry>)
  return Object.fromEntries(
    entries.filter(([, { at }]) => now.getTime() - Date.parse(at) < goneAfterMs),
  )
}

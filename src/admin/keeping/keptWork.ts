import type { DeskPart } from '../desk/deskOf.ts'

/** Unsaved work of a person on a report, as it was kept on this machine. */
export interface KeptWork {
  /** The page that it was typed in; one person may have several. */
  readonly page: string
  /** When it was kept, as an ISO instant. */
  readonly at: string
  readonly parts: Partial<Record<DeskPart['key'], KeptPart>>
}

export interface KeptPart {
  /** How many things were unsaved. */
  readonly count: number
  readonly snapshot: unknown
}

/** Whose work on what. */
export interface Owner {
  readonly user: string
  readonly report: string
}

/** What is used of the browser's storage. */
export type Storage = Pick<
  globalThis.Storage,
  'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'
>

const prefix = 'gongkai.unsaved'

/** What nobody has asked for in so long is not wanted any more. */
const keptForDays = 60

const ownerKey = ({ user, report }: Owner): string => `${prefix}.${user}.${report}.`

/**
 * Keeps the parts of a page, in place of what the page kept before; without parts nothing of it is
 * kept any more.
 * @throws when the browser has no room for it
 */
export function keep(storage: Storage, owner: Owner, work: KeptWork): void {
  const key = ownerKey(owner) + work.page
  if (Object.keys(work.parts).length === 0) storage.removeItem(key)
  else storage.setItem(key, JSON.stringify(work))
}

/** @returns what is kept of the person's work on the report, the newest first */
export function keptWork(storage: Storage, owner: Owner): KeptWork[] {
  return keysOf(storage, ownerKey(owner))
    .flatMap((key) => readWork(storage.getItem(key)) ?? [])
    .sort((one, other) => other.at.localeCompare(one.at))
}

export function forget(storage: Storage, owner: Owner, page: string): void {
  storage.removeItem(ownerKey(owner) + page)
}

/** Takes away what has grown old, whoever's it is, and what cannot be read. */
export function forgetOld(storage: Storage, now: Date): void {
  const oldest = new Date(now.getTime() - keptForDays * 86_400_000).toISOString()
  for (const key of keysOf(storage, prefix)) {
    const work = readWork(storage.getItem(key))
    if (!work || work.at < oldest) storage.removeItem(key)
  }
}

const keysOf = (storage: Storage, start: string): string[] =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((key) =>
    key.startsWith(start),
  )

/** What was kept, perhaps by another version of this code. */
function readWork(stored: string | null): KeptWork | undefined {
  try {
    const work = JSON.parse(stored ?? '') as Partial<KeptWork> | null
    const isWork =
      typeof work?.page === 'string' &&
      typeof work.at === 'string' &&
      typeof work.parts === 'object' &&
      Object.values(work.parts).every(({ count }) => typeof count === 'number')
    return isWork ? (work as KeptWork) : undefined
  } catch {
    return undefined
  }
}

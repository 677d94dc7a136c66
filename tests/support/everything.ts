import type { Payload } from 'payload'
import { backedUp, keepsIds } from '../../src/backup/contents.ts'

type Documents = Record<string, any>[]

/** All that a database holds of what is backed up, by collection, in the order of ids. */
export async function everythingIn(payload: Payload): Promise<Record<string, Documents>> {
  const entries = backedUp(payload.config).map(async ({ slug }) => {
    const { docs } = await payload.db.find<any>({
      collection: slug,
      sort: 'id',
      pagination: false,
    })
    return [slug, (docs as Documents).map((document) => lasting(slug, document))] as const
  })
  return Object.fromEntries(await Promise.all(entries))
}

/** Without who is signed in, and without ids that nobody keeps. */
function lasting(slug: string, { sessions: _, id, ...document }: Documents[number]) {
  return keepsIds(slug) ? { id: id as string, ...document } : document
}

export const countsOf = async (payload: Payload): Promise<number> =>
  Object.values(await everythingIn(payload)).reduce((sum, { length }) => sum + length, 0)

/** MongoDB may have nothing where a restore puts `null`, `[]` or `{}`, as SQLite does. */
export const asSet = (all: unknown): unknown =>
  JSON.parse(JSON.stringify(all), (_, value: unknown) => (isNothing(value) ? undefined : value))

const isNothing = (value: unknown) =>
  value === null || (typeof value === 'object' && Object.keys(value).length === 0)

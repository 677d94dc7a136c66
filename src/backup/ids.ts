import { Refusal } from './Refusal.ts'

/**
 * Ids as each database has them: SQLite UUIDs, MongoDB ObjectIDs. Payload finds nothing by an id of
 * the other kind, so they are rewritten, the same id always to the same.
 */
export type IdKind = 'uuid' | 'objectId'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const objectId = /^[0-9a-f]{24}$/

/** The last digits of a UUID that stands for an ObjectID: "oid" in ASCII. */
const mark = '6f6964'
const standsForObjectId = new RegExp(
  `^([0-9a-f]{8})-([0-9a-f]{4})-8([0-9a-f]{3})-8([0-9a-f]{3})-([0-9a-f]{6})${mark}$`,
)

/**
 * @returns the id in the kind that a database needs; one of that kind as it is
 * @throws {Refusal} when it is of neither kind
 */
export function idAs(kind: IdKind, id: string): string {
  if (uuid.test(id)) return kind === 'uuid' ? id : objectIdOf(id)
  if (objectId.test(id)) return kind === 'objectId' ? id : uuidOf(id)
  throw new Refusal(`无法识别的记录编号 ${id}`, 'an id is neither a UUID nor an ObjectID')
}

/** An ObjectID fits into a UUID of version 8, which is free for such use, and comes out again. */
const uuidOf = (id: string): string =>
  `${id.slice(0, 8)}-${id.slice(8, 12)}-8${id.slice(12, 15)}-8${id.slice(15, 18)}-${id.slice(18)}${mark}`

/** A random UUID does not fit: its first 24 digits are kept, so that a person still recognises it. */
const objectIdOf = (id: string): string =>
  standsForObjectId.exec(id)?.slice(1).join('') ?? id.replaceAll('-', '').slice(0, 24)

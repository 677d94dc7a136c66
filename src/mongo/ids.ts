import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { ObjectId } from 'mongodb'
import { randomUUID } from 'node:crypto'
import type { CollectionSlug, Create } from 'payload'

type CreateArgs = Parameters<Create>[0]

/** As it stands in `_id`: our own are strings, those of Payload's own collections objects. */
export type StoredId = string | ObjectId

/**
 * Makes an id before the document is stored, so that it is known what would have to be taken back.
 * `args` names it from now on.
 * @returns the id, and whether it was made here, so that no document has it yet
 */
export function giveId(db: MongooseAdapter, args: CreateArgs): { id: StoredId; isNew: boolean } {
  const { data } = args
  const collection = args.collection
  const given = (data.id ?? args.customID) as string | undefined
  const isOurs = hasStringIds(db, collection)
  const id = given ?? (isOurs ? randomUUID() : newObjectId(db))
  if (isOurs) data.id = id
  else args.customID = id
  return { id: storedId(db, collection, id), isNew: given === undefined }
}

export const hasStringIds = (db: MongooseAdapter, collection: CollectionSlug): boolean =>
  db.payload.collections[collection]?.customIDType !== undefined

export function storedId(db: MongooseAdapter, collection: CollectionSlug, id: string): StoredId {
  if (hasStringIds(db, collection)) return id
  return db.collections[collection]?.schema.path('_id').cast(id) as StoredId
}

const newObjectId = (db: MongooseAdapter): string =>
  new db.connection.base.Types.ObjectId().toHexString()

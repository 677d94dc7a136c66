import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { randomUUID } from 'node:crypto'
import type { CollectionSlug, Create } from 'payload'

type CreateArgs = Parameters<Create>[0]

/** As it stands in `_id`: our own are strings, those of Payload's own collections objects. */
export type StoredId = string | object

/**
 * Makes an id before the document is stored, so that it is known what would have to be taken back.
 * @returns the id; `args` names it from now on
 */
export function giveId(db: MongooseAdapter, args: CreateArgs): StoredId {
  const { data } = args
  const collection = args.collection as CollectionSlug
  if (hasStringIds(db, collection)) return (data.id ??= randomUUID()) as string
  args.customID ??= (data.id as string | undefined) ?? newObjectId(db)
  return storedId(db, collection, String(args.customID))
}

export const hasStringIds = (db: MongooseAdapter, collection: CollectionSlug): boolean =>
  db.payload.collections[collection]?.customIDType !== undefined

export function storedId(db: MongooseAdapter, collection: CollectionSlug, id: string): StoredId {
  if (hasStringIds(db, collection)) return id
  return db.collections[collection]?.schema.path('_id').cast(id) as StoredId
}

const newObjectId = (db: MongooseAdapter): string =>
  new db.connection.base.Types.ObjectId().toHexString()

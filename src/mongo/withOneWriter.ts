import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import { giveId, storedId, type StoredId } from './ids.ts'
import { OneWriter } from './OneWriter.ts'

/** Of what Payload hands to the adapter, what matters here. */
interface Given {
  collection: string
  req?: Partial<PayloadRequest>
}

/** Payload asks and clears from within transactions who has a document open, without their `req`. */
const isApart = ({ collection }: Given): boolean => collection === 'payload-locked-documents'

/**
 * Gives a MongoDB without transactions what Payload needs of them: all or nothing, and no reader
 * sees a write that has not ended. One writer at a time, whose changes can be taken back from a
 * journal, by itself or, when it was killed, by whoever comes next. See docs/adr/0011.
 * To be called once the connection is open.
 */
export async function withOneWriter(db: MongooseAdapter): Promise<void> {
  const writer = new OneWriter(db.connection.getClient().db())
  await writer.prepare()
  db.beginTransaction = (options) => writer.begin(options?.readOnly === true)
  db.commitTransaction = async (id) => writer.commit(String(await id))
  db.rollbackTransaction = async (id) => writer.rollBack(String(await id))
  const matching = matchingIn(db) // with the reads as they are still
  readWhatHasEnded(db, writer)
  writeAsOne(db, writer, matching)
}

function readWhatHasEnded(db: MongooseAdapter, writer: OneWriter): void {
  const { find, findOne, count, findDistinct } = db
  const read = <T>(given: Given, work: () => Promise<T>): Promise<T> =>
    isApart(given) ? work() : writer.read(given.req, work)
  db.find = ((args: Parameters<typeof find>[0]) =>
    read(args, () => find.call(db, args))) as typeof find
  db.findOne = ((args: Parameters<typeof findOne>[0]) =>
    read(args, () => findOne.call(db, args))) as typeof findOne
  db.count = (args) => read(args, () => count.call(db, args))
  db.findDistinct = (args) => read(args, () => findDistinct.call(db, args))
}

type Matching = (collection: string, where: Where | undefined) => Promise<StoredId[]>

/** To be asked within the turn to write, so that what is found is what will be written. */
function matchingIn(db: MongooseAdapter): Matching {
  const { find } = db
  return async (slug, where) => {
    const collection = slug as CollectionSlug
    const { docs } = await find.call(db, {
      collection,
      where,
      pagination: false,
      limit: 0,
      select: { id: true },
    })
    return docs.map((doc) => storedId(db, collection, String((doc as { id: unknown }).id)))
  }
}

function writeAsOne(db: MongooseAdapter, writer: OneWriter, matching: Matching): void {
  const { create, updateOne, updateMany, deleteOne, deleteMany, updateJobs } = db
  const nameOf = (slug: string) => db.collections[slug as CollectionSlug]?.collection.name ?? slug

  /** One document by itself is written as one by the server, or not at all. */
  const writeOne = <T>(
    given: Given,
    touch: (transaction: string) => Promise<void>,
    work: () => Promise<T>,
  ): Promise<T> =>
    isApart(given)
      ? work()
      : writer.write(given.req, async (transaction, isOwn) => {
          if (!isOwn) await touch(transaction)
          return work()
        })
  const touchMatching =
    ({ collection }: Given, where: Where | undefined) =>
    async (transaction: string) =>
      writer.touch(transaction, nameOf(collection), await matching(collection, where))
  const writeMany = <T>(
    given: Given,
    where: Where | undefined,
    work: () => Promise<T>,
  ): Promise<T> =>
    isApart(given)
      ? work()
      : writer.write(given.req, async (transaction) => {
          await touchMatching(given, where)(transaction)
          return work()
        })

  db.create = (args) => {
    const { id, isNew } = giveId(db, args)
    const name = nameOf(args.collection)
    const touch = (transaction: string) =>
      isNew ? writer.touchNew(transaction, name, id) : writer.touch(transaction, name, [id])
    return writeOne(args, touch, () => create.call(db, args))
  }
  db.updateOne = (args) => {
    const { collection, id, where } = args
    const touch = id
      ? (transaction: string) =>
          writer.touch(transaction, nameOf(collection), [storedId(db, collection, String(id))])
      : touchMatching(args, where)
    return writeOne(args, touch, () => updateOne.call(db, args))
  }
  db.deleteOne = (args) =>
    writeOne(args, touchMatching(args, args.where), () => deleteOne.call(db, args))
  db.updateMany = (args) => writeMany(args, args.where, () => updateMany.call(db, args))
  db.deleteMany = (args) => writeMany(args, args.where, () => deleteMany.call(db, args))
  db.updateJobs = (args) => {
    const where: Where | undefined = args.id ? { id: { equals: args.id } } : args.where
    return writeMany({ collection: 'payload-jobs', req: args.req }, where, () =>
      updateJobs.call(db, args),
    )
  }
}

import { mongooseAdapter, type MongooseAdapter } from '@payloadcms/db-mongodb'
import type { DatabaseAdapterObj } from 'payload'
import { giveId } from './ids.ts'
import { withOneWriter } from './withOneWriter.ts'
import { hasTransactions, refuseStandalone } from './topology.ts'
import { refuseUnfinished } from './unfinished.ts'

/**
 * Payload's MongoDB adapter, with transactions wherever the server has them, and all or nothing
 * where it has none. See docs/adr/0011.
 * @param uri `mongodb://…` or `mongodb+srv://…`
 */
export function mongoAdapter(uri: string): DatabaseAdapterObj<MongooseAdapter> {
  const adapter = mongooseAdapter({
    url: uri,
    connectOptions: { serverSelectionTimeoutMS: 10_000 },
    // Uniqueness is relied upon from the first write on.
    ensureIndexes: true,
    // The schema needs none of what only some servers have: no $lookup, no index hints.
    useJoinAggregations: false,
    disableIndexHints: true,
  }) as DatabaseAdapterObj<MongooseAdapter>
  return {
    ...adapter,
    init(args) {
      const db = adapter.init(args)
      const { beginTransaction, connect, create, transactionOptions } = db
      db.create = (given) => {
        giveId(db, given)
        return create.call(db, given)
      }
      db.upsert = upsert
      db.connect = async function (options) {
        await connect?.call(db, options)
        try {
          await refuseUnfinished(db.connection.getClient().db())
          if (await hasTransactions(db.connection)) {
            // Payload has put them off when the address does not name the replica set.
            Object.assign(db, { beginTransaction, transactionOptions })
          } else {
            refuseStandalone()
            await withOneWriter(db)
          }
        } catch (error) {
          await db.connection.close() // a process that is refused can end
          throw error
        }
      }
      return db
    },
  }
}

type Upsert = MongooseAdapter['upsert']

/** MongoDB's own would make an id of another kind. */
const upsert = async function (this: MongooseAdapter, args: Parameters<Upsert>[0]) {
  const { collection, data, req, where } = args
  const found = await this.findOne<{ id: string }>({ collection, req, where })
  const stored: unknown = await (found
    ? this.updateOne({ collection, id: found.id, data, req })
    : this.create({ collection, data, req }))
  return stored
} as Upsert

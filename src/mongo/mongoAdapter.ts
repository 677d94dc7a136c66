import { mongooseAdapter, type MongooseAdapter } from '@payloadcms/db-mongodb'
import type { DatabaseAdapterObj } from 'payload'
import { giveId } from './ids.ts'
import { withOneWriter } from './withOneWriter.ts'
import { hasTransactions, refuseStandalone } from './topology.ts'

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
        if (await hasTransactions(db.connection)) {
          // Payload has put them off when the address does not name the replica set.
          Object.assign(db, { beginTransaction, transactionOptions })
        } else {
          refuseStandalone()
          await withOneWriter(db)
        }
      }
      return db
    },
  }
}

/** MongoDB's own would make an id of another kind. */
const upsert: MongooseAdapter['upsert'] = async function (this: MongooseAdapter, args) {
  const { collection, data, req, where } = args
  const found = await this.findOne<{ id: string }>({ collection, req, where })
  if (!found) return this.create({ collection, data, req })
  return this.updateOne({ ...args, id: found.id, where: undefined } as never)
}

import type { CollectionSlug, Payload } from 'payload'
import { beginRestore, endRestore } from '../mongo/unfinished.ts'
import { countIn, documentsIn, mongoOf, storedIn } from './mongoDocuments.ts'
import { refuseFilled } from './refuseFilled.ts'
import type { Target } from './Target.ts'

/**
 * Written document by document: a transaction of MongoDB ends after a minute, and a server that
 * stands alone has none. A mark stands in the database meanwhile, so that a restore which was killed
 * is not taken for one that is done; what failed is taken away again.
 */
export const mongoTarget = (payload: Payload): Target => ({
  keepsReferences: false,
  async fill(collections, work) {
    const { connection, collections: models } = mongoOf(payload)
    const db = connection.getClient().db()
    await Promise.all(collections.map((slug) => models[slug]!.ensureIndexes()))
    const refuse = () => refuseFilled(collections, (slug) => countIn(payload, slug))
    await refuse() // so that a database in use is never marked
    await beginRestore(db)
    try {
      await refuse() // another restore may have ended since
    } catch (error) {
      await endRestore(db) // what is there is not of this restore
      throw error
    }
    try {
      await work({
        async create(slug, data) {
          await payload.db.create({ collection: slug as CollectionSlug, data, returning: false })
        },
        documents: (slug) => documentsIn(payload, slug),
      })
    } catch (error) {
      // Where this fails too, the mark stays: a part is there.
      for (const slug of collections) await storedIn(payload, slug).deleteMany({})
      await endRestore(db)
      throw error
    }
    await endRestore(db)
  },
})

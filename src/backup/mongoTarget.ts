import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { CollectionSlug, Payload } from 'payload'
import { mongoSource } from './mongoSource.ts'
import { refuseFilled } from './refuseFilled.ts'
import type { Target } from './Target.ts'
import { beginRestore, endRestore, refuseUnfinished } from './unfinished.ts'

/**
 * Written document by document: a transaction of MongoDB ends after a minute, and a server that
 * stands alone has none. A mark stands in the database meanwhile, so that a restore which was killed
 * is not taken for one that is done; what failed is taken away again.
 */
export const mongoTarget = (payload: Payload): Target => ({
  idKind: 'objectId',
  keepsReferences: false,
  async fill(collections, work) {
    const models = (payload.db as unknown as MongooseAdapter).collections
    const stored = (slug: string) => models[slug]!.collection
    await Promise.all(collections.map((slug) => models[slug]!.ensureIndexes()))
    await refuseUnfinished(payload)
    await refuseFilled(collections, (slug) => stored(slug).countDocuments())
    await beginRestore(payload)
    const source = await mongoSource(payload)
    try {
      await work({
        async create(slug, data) {
          const collection = slug as CollectionSlug
          await payload.db.create({ collection, data, customID: data.id, returning: false })
        },
        documents: (slug) => source.documents(slug),
      })
    } catch (error) {
      for (const slug of collections) await stored(slug).deleteMany({})
      throw error
    } finally {
      await source.close()
      await endRestore(payload)
    }
  },
})

import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { CollectionSlug, Payload, PayloadRequest } from 'payload'
import { refuseFilled } from './refuseFilled.ts'
import { countWithin, documentsWithin } from './sqlitePages.ts'
import type { Target } from './Target.ts'

/** One transaction: until all is there and was read back, nobody sees any of it. */
export const sqliteTarget = (payload: Payload): Target => ({
  keepsReferences: true,
  async fill(collections, work) {
    const db = payload.db as unknown as SQLiteAdapter
    const transactionID = await payload.db.beginTransaction()
    if (transactionID === null) throw new Error('SQLite without transactions')
    const req = { payload, transactionID } as PayloadRequest
    try {
      // Documents come in any order, so references are looked at in the end.
      const { db: within } = db.sessions[transactionID]!
      await db.execute({ db: within as never, raw: 'PRAGMA defer_foreign_keys = ON' })
      await refuseFilled(collections, (slug) => countWithin(payload, transactionID, slug))
      await work({
        async create(slug, data) {
          const collection = slug as CollectionSlug
          await payload.db.create({ collection, data, customID: data.id, req, returning: false })
        },
        documents: (slug) => documentsWithin(payload, transactionID, slug),
      })
      await payload.db.commitTransaction(transactionID)
    } catch (error) {
      await payload.db.rollbackTransaction(transactionID)
      throw error
    }
  },
})

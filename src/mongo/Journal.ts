import type { Collection, Db, Document } from 'mongodb'
import type { StoredId } from './ids.ts'

/** A document as it was before a transaction touched it. */
export interface Entry {
  _id: string
  transaction: string
  number: number
  collection: string
  document: StoredId
  /** `null` when there was none. */
  before: Document | null
}

/** What the documents were that a transaction without a database's help has touched. */
export class Journal {
  readonly #db: Db
  readonly #entries: Collection<Entry>
  #number = 0

  constructor(db: Db) {
    this.#db = db
    this.#entries = db.collection<Entry>('gongkai-journal')
  }

  async prepare(): Promise<void> {
    await this.#entries.createIndex({ transaction: 1 })
  }

  /** To be called before the documents are changed: what is not in here cannot be taken back. */
  async remember(transaction: string, collection: string, ids: readonly StoredId[]): Promise<void> {
    if (ids.length === 0) return
    const documents = await this.#documents(collection)
      .find({ _id: { $in: ids as never[] } })
      .toArray()
    const before = new Map(documents.map((document) => [String(document._id), document]))
    await this.#entries.insertMany(
      ids.map((document) => ({
        _id: `${transaction}/${(this.#number += 1)}`,
        transaction,
        number: this.#number,
        collection,
        document,
        before: before.get(String(document)) ?? null,
      })),
    )
  }

  /**
   * Makes every document again what it was. May be done twice.
   * @returns what was touched, the first state of each
   */
  async undo(transaction: string): Promise<Entry[]> {
    const entries = await this.#entries.find({ transaction }).sort({ number: -1 }).toArray()
    for (const { collection, document, before } of entries) {
      const documents = this.#documents(collection)
      const which = { _id: document as never }
      if (before) await documents.replaceOne(which, before, { upsert: true })
      else await documents.deleteOne(which)
    }
    return entries
  }

  async forget(transaction: string): Promise<void> {
    await this.#entries.deleteMany({ transaction })
  }

  #documents(collection: string): Collection {
    return this.#db.collection(collection)
  }
}

import type { Db } from 'mongodb'
import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import type { StoredId } from './ids.ts'
import { Journal } from './Journal.ts'
import { recordRecovery } from './recordRecovery.ts'
import { isStill, WriterLock, type Writer } from './WriterLock.ts'

type Request = Partial<PayloadRequest> | undefined

const mostReadTries = 50

/** Transactions without the database's help: one at a time, and none is seen before its end. */
export class OneWriter {
  readonly #journal: Journal
  readonly #lock: WriterLock
  readonly #open = new Set<string>()
  /** Those among them that have something in the journal. */
  readonly #noted = new Set<string>()

  constructor(db: Db) {
    this.#journal = new Journal(db)
    this.#lock = new WriterLock(db.collection<Writer>('gongkai-writer'), async (transaction) => {
      await recordRecovery(db, transaction, await this.#journal.undo(transaction))
      await this.#journal.forget(transaction)
    })
  }

  /** Takes back what a killed process left. */
  async prepare(): Promise<void> {
    await this.#journal.prepare()
    await this.#lock.prepare()
    await this.#lock.waitOrRecover()
  }

  /**
   * @param readsOnly for who has to read much as of one moment: writers wait for it, and readers
   *   do not
   */
  async begin(readsOnly = false): Promise<string> {
    const transaction = randomUUID()
    await this.#lock.take(transaction, readsOnly)
    this.#open.add(transaction)
    return transaction
  }

  /** @throws {WriterLost} when it was undone meanwhile */
  async commit(transaction: string): Promise<void> {
    if (!this.#open.delete(transaction)) return
    await this.#lock.give(transaction)
    // It counts by now. Entries that stay do no harm: nobody asks for them any more.
    if (this.#noted.delete(transaction)) await this.#journal.forget(transaction).catch(() => {})
  }

  async rollBack(transaction: string): Promise<void> {
    if (!this.#open.has(transaction)) return
    try {
      const isMine = this.#noted.has(transaction) && (await this.#lock.isMine(transaction))
      if (isMine) await this.#journal.undo(transaction)
    } catch (error) {
      // The line is gone: whoever comes next takes it back, in this process too.
      this.#open.delete(transaction)
      this.#noted.delete(transaction)
      this.#lock.abandon()
      throw error
    }
    await this.commit(transaction)
  }

  /** To be called before a transaction changes these documents. */
  async touch(transaction: string, collection: string, ids: readonly StoredId[]): Promise<void> {
    this.#lock.stillHeld()
    this.#noted.add(transaction)
    await this.#journal.remember(transaction, collection, ids)
    this.#lock.stillHeld() // noting it may have taken long
  }

  /** To be called before a transaction makes a document that nobody has yet. */
  async touchNew(transaction: string, collection: string, id: StoredId): Promise<void> {
    this.#lock.stillHeld()
    this.#noted.add(transaction)
    await this.#journal.rememberNew(transaction, collection, id)
    this.#lock.stillHeld()
  }

  /**
   * Runs work in the request's transaction, or in one of its own.
   * @param work `isOwn` says that it is the only work of its transaction
   */
  async write<T>(
    req: Request,
    work: (transaction: string, isOwn: boolean) => Promise<T>,
  ): Promise<T> {
    const outer = await this.#openOf(req)
    if (outer) return work(outer, false)
    const own = await this.begin()
    try {
      const result = await work(own, true)
      await this.commit(own)
      return result
    } catch (error) {
      await this.rollBack(own)
      throw error
    }
  }

  /** What is read had ended: if a write was under way, it is read again. */
  async read<T>(req: Request, work: () => Promise<T>): Promise<T> {
    if (await this.#openOf(req)) return work()
    for (let tries = 0; tries < mostReadTries; tries += 1) {
      const before = await this.#lock.state()
      if (isStill(before)) {
        const result = await work()
        const after = await this.#lock.state()
        if (isStill(after) && after.ended === before.ended) return result
      } else await this.#lock.waitOrRecover()
    }
    // Writers follow one another without a gap: take a turn among them.
    const turn = await this.begin(true)
    try {
      return await work()
    } finally {
      await this.commit(turn)
    }
  }

  async #openOf(req: Request): Promise<string | undefined> {
    const transaction = await req?.transactionID
    return typeof transaction === 'string' && this.#open.has(transaction) ? transaction : undefined
  }
}

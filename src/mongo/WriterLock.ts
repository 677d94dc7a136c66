import { setTimeout as delay } from 'node:timers/promises'
import type { Collection } from 'mongodb'
import { isDead, owner } from '../owner.ts'
import { NoTurn, WriteQueue } from '../sqlite/WriteQueue.ts'

/** The one record that says who writes now. */
export interface Writer {
  _id: 'writer'
  /** The process that writes, as {@link owner} names it. */
  owner: string | null
  /** What it writes; `null` while nobody does. */
  transaction: string | null
  /** Whether it only keeps the others from writing, so that readers need not wait for it. */
  readsOnly?: boolean
  /** Grows while the writer lives. */
  beat: number
  /** How many have ended, in whatever way: tells a reader whether anything changed meanwhile. */
  ended: number
}

const id = 'writer'
const beatEveryMs = 2_000
/** A writer that has not given a sign for so long is no more. */
const deadAfterMs = 12_000
/** So long after its last sign a writer no longer trusts that it still is the one. */
const trustMs = 8_000
const patienceMs = 30_000

/** @returns whether all that is stored has ended */
export const isStill = ({ transaction, readsOnly }: Writer): boolean =>
  transaction === null || readsOnly === true

/** The writer was taken for dead, and what it had written was taken back. */
export class WriterLost extends Error {
  readonly code = 'GONGKAI_WRITER_LOST'

  constructor() {
    super('写入中断过久，已撤销 (the write paused for too long and was undone)')
    this.name = 'WriterLost'
  }
}

/**
 * The right to write, of one at a time among all processes, as SQLite has it. It is a record that
 * is changed by compare-and-set; the signs of life are counted, not dated, so that clocks that
 * differ do no harm.
 */
export class WriterLock {
  readonly #records: Collection<Writer>
  readonly #undo: (transaction: string) => Promise<void>
  readonly #queue = new WriteQueue()
  readonly #watched = { transaction: '', beat: -1, since: 0 }
  #release: (() => void) | undefined
  #heart: NodeJS.Timeout | undefined
  #lastBeat = 0

  /** @param undo takes back what a dead writer left, if it left anything */
  constructor(records: Collection<Writer>, undo: (transaction: string) => Promise<void>) {
    this.#records = records
    this.#undo = undo
  }

  async prepare(): Promise<void> {
    const unset = { owner: null, transaction: null, beat: 0, ended: 0 }
    await this.#records.updateOne({ _id: id }, { $setOnInsert: unset }, { upsert: true })
  }

  async state(): Promise<Writer> {
    const found = await this.#records.findOne({ _id: id })
    if (!found) throw new Error('The record of the writer is missing')
    return found
  }

  /** @throws {NoTurn} when the others take longer than half a minute */
  async take(transaction: string, readsOnly = false): Promise<void> {
    const until = performance.now() + patienceMs
    const release = await this.#queue.take()
    try {
      await this.#takeFromOthers(transaction, readsOnly, until)
    } catch (error) {
      release()
      throw error
    }
    this.#release = release
    this.#lastBeat = performance.now()
    this.#heart = setInterval(() => void this.#beat(transaction), beatEveryMs)
  }

  /** @throws {WriterLost} when this process can no longer be sure that it is the writer */
  stillHeld(): void {
    if (performance.now() - this.#lastBeat > trustMs) throw new WriterLost()
  }

  /**
   * Asks the record itself, and gives a sign of life.
   * @returns whether nobody has undone the transaction, or is about to
   */
  async isMine(transaction: string): Promise<boolean> {
    const { matchedCount } = await this.#records.updateOne(
      { _id: id, transaction, owner },
      { $inc: { beat: 1 } },
    )
    return matchedCount === 1
  }

  /** Gives no further sign of life, so that somebody takes back what stands. */
  abandon(): void {
    clearInterval(this.#heart)
    this.#release?.()
    this.#release = undefined
  }

  /**
   * Ends a transaction; this is the moment at which it counts.
   * @throws {WriterLost} when somebody else has undone it
   */
  async give(transaction: string): Promise<void> {
    try {
      const { matchedCount } = await this.#records.updateOne(
        { _id: id, transaction, owner },
        { $set: { owner: null, transaction: null }, $inc: { ended: 1 } },
      )
      if (matchedCount === 0) throw new WriterLost()
    } finally {
      this.abandon()
    }
  }

  /** Takes back what a dead writer left; waits a little for one that lives. */
  async waitOrRecover(): Promise<void> {
    const writer = await this.state()
    if (writer.transaction === null) return
    if (this.#seemsDead(writer)) await this.#recover(writer)
    else await delay(2 + Math.random() * 8)
  }

  async #takeFromOthers(transaction: string, readsOnly: boolean, until: number): Promise<void> {
    const free = { _id: id, transaction: null } as const
    while (performance.now() < until) {
      const { matchedCount } = await this.#records.updateOne(free, {
        $set: { owner, transaction, readsOnly, beat: 0 },
      })
      if (matchedCount === 1) return
      await this.waitOrRecover()
    }
    throw new NoTurn()
  }

  #seemsDead({ owner: by, transaction, beat }: Writer): boolean {
    if (by && isDead(by)) return true
    const watched = this.#watched
    if (watched.transaction !== transaction || watched.beat !== beat) {
      Object.assign(watched, { transaction, beat, since: performance.now() })
    }
    return performance.now() - watched.since > deadAfterMs
  }

  /** By whoever gets to it first; cut short itself, the next one goes on. */
  async #recover({ transaction, owner: by, beat }: Writer): Promise<void> {
    if (transaction === null) return
    const { matchedCount } = await this.#records.updateOne(
      { _id: id, transaction, owner: by, beat },
      { $set: { owner, beat: beat + 1 } },
    )
    if (matchedCount === 0) return
    await this.#undo(transaction)
    await this.#records.updateOne(
      { _id: id, transaction, owner },
      { $set: { owner: null, transaction: null }, $inc: { ended: 1 } },
    )
  }

  async #beat(transaction: string): Promise<void> {
    const asked = performance.now()
    const { matchedCount } = await this.#records
      .updateOne({ _id: id, transaction, owner }, { $inc: { beat: 1 } })
      .catch(() => ({ matchedCount: 0 })) // away: the next beat tells
    if (matchedCount === 1) this.#lastBeat = asked
  }
}

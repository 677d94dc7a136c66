import { LRUCache } from 'lru-cache'

/** What bytes belong to. How often it was asked for is written onto it: there are very many. */
export interface Counted {
  readonly length: number
  asked: number
  /** When it was last counted. */
  age: number
}

/** An age lasts so many requests; then all counts are halved, so that what is of yesterday goes. */
const requestsInAge = 200_000

/**
 * The bytes that are asked for most. What is new must have been asked for more often, byte for byte,
 * than what would go for it: else what is rare drives out what will be asked for again at once, and
 * reading and forgetting costs more than all else.
 *
 * The way of TinyLFU (Einziger, Friedman, Manes: A Highly Efficient Cache Admission Policy, 2017).
 */
export class HotBytes<Key extends Counted> {
  readonly #bytes: LRUCache<Key, Buffer>
  readonly #room: number
  #requests = 0

  /** @param room in bytes */
  constructor(room: number) {
    this.#room = Math.max(1, room)
    this.#bytes = new LRUCache({
      maxSize: this.#room,
      sizeCalculation: ({ length }) => length + 1,
    })
  }

  /** How many bytes are in memory. */
  get size(): number {
    return this.#bytes.calculatedSize
  }

  /**
   * @param read called when the bytes are to stay
   * @returns nothing for what is not asked for often enough
   */
  get(key: Key, read: () => Buffer): Buffer | undefined {
    this.#requests += 1
    this.#grow(key)
    key.asked += 1
    const ready = this.#bytes.get(key)
    if (ready || !this.#isWorthIts(key)) return ready
    const bytes = read()
    this.#bytes.set(key, bytes)
    return bytes
  }

  #isWorthIts(key: Key): boolean {
    if (this.#bytes.calculatedSize + key.length < this.#room) return true
    const [last] = this.#bytes.rkeys()
    if (!last) return false
    this.#grow(last)
    return key.asked / key.length > last.asked / last.length
  }

  /** Halves the count for each age that went by. */
  #grow(key: Key): void {
    const age = Math.floor(this.#requests / requestsInAge)
    if (key.age === age) return
    key.asked >>= Math.min(age - key.age, 31)
    key.age = age
  }
}

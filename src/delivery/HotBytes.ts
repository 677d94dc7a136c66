/** What bytes belong to. All that is known of them is written onto it: there are very many. */
export interface Counted {
  readonly length: number
  asked: number
  /** When it was last counted. */
  age: number
  /** While they are in memory. */
  bytes: Buffer | undefined
}

/** An age lasts so many requests; then all counts are halved, so that what is of yesterday goes. */
const requestsInAge = 200_000

/**
 * The bytes that are asked for most. What is new must have been asked for more often, byte for byte,
 * than what would go for it: else what is rare drives out what will be asked for again at once, and
 * reading and forgetting costs more than all else. So in front of a usual cache (Einziger, Friedman,
 * Manes: TinyLFU, 2017); but a hit must not cost more than to find that it is one, for nine in ten
 * requests are, and each list that is kept in order is looked up in memory far away.
 */
export class HotBytes<Key extends Counted> {
  readonly #room: number
  readonly #kept: Key[] = []
  /** Who is looked at next when room is wanted. */
  #hand = 0
  #size = 0
  #requests = 0

  /** @param room in bytes */
  constructor(room: number) {
    this.#room = room
  }

  /** How many bytes are in memory. */
  get size(): number {
    return this.#size
  }

  /**
   * @param read called when the bytes are to stay
   * @returns nothing for what is not asked for often enough
   */
  get(key: Key, read: () => Buffer): Buffer | undefined {
    this.#requests += 1
    this.#grow(key)
    key.asked += 1
    if (!key.bytes && this.#hasRoomFor(key)) this.#keep(key, read())
    return key.bytes
  }

  /** Looks at one for each that has to go, so that a miss is cheap too. */
  #hasRoomFor(key: Key): boolean {
    while (this.#size + key.length > this.#room) {
      if (this.#hand >= this.#kept.length) this.#hand = 0
      const other = this.#kept[this.#hand]
      if (!other) return false
      this.#grow(other)
      if (other.asked / other.length >= key.asked / key.length) {
        this.#hand += 1
        return false
      }
      this.#dropAtHand(other)
    }
    return true
  }

  #keep(key: Key, bytes: Buffer): void {
    key.bytes = bytes
    this.#kept.push(key)
    this.#size += key.length
  }

  #dropAtHand(key: Key): void {
    key.bytes = undefined
    this.#size -= key.length
    const last = this.#kept.pop()
    if (last && last !== key) this.#kept[this.#hand] = last
  }

  /** Halves the count for each age that went by. */
  #grow(key: Key): void {
    const age = Math.floor(this.#requests / requestsInAge)
    if (key.age === age) return
    key.asked >>= Math.min(age - key.age, 31)
    key.age = age
  }
}

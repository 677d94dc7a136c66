/** What bytes belong to. All that is known of them is written onto it: there are very many. */
export interface Counted {
  readonly length: number
  /** Whether nobody will ask for it any more. */
  readonly isGone: boolean
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

  /**
   * Makes room, if all that would have to go is asked for less. Looks at no more than those, one
   * after the other round by round, so that a miss is cheap too.
   */
  #hasRoomFor(key: Key): boolean {
    if (key.length > this.#room) return false
    const going: number[] = []
    for (let free = this.#room - this.#size; free < key.length;) {
      const at = (this.#hand + going.length) % this.#kept.length
      const other = this.#kept[at] as Key
      if (this.#worth(other) >= this.#worth(key)) {
        this.#hand = at + 1
        return false
      }
      going.push(at)
      free += other.length
    }
    // The last takes the place of who goes: so the places further on first.
    going.sort((a, b) => b - a).forEach((at) => this.#drop(at))
    return true
  }

  #worth(key: Key): number {
    this.#grow(key)
    return key.isGone ? 0 : key.asked / key.length
  }

  #keep(key: Key, bytes: Buffer): void {
    key.bytes = bytes
    this.#kept.push(key)
    this.#size += key.length
  }

  #drop(at: number): void {
    const key = this.#kept[at] as Key
    key.bytes = undefined
    this.#size -= key.length
    const last = this.#kept.pop() as Key
    if (last !== key) this.#kept[at] = last
  }

  /** Halves the count for each age that went by. */
  #grow(key: Key): void {
    const age = Math.floor(this.#requests / requestsInAge)
    if (key.age === age) return
    key.asked >>= Math.min(age - key.age, 31)
    key.age = age
  }
}

/** Numbers that look random, the same for the same seed (mulberry32). */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** @returns from 0 up to, and without, `below` */
  upTo(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = this.#state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below
  }

  integer(below: number): number {
    return Math.floor(this.upTo(below))
  }

  oneOf<T>(items: readonly T[]): T {
    return items[this.integer(items.length)] as T
  }
}

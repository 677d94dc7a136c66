import { LRUCache } from 'lru-cache'

/**
 * Remembers what was made for a key. Those who ask while it is being made wait for the same result,
 * so a hundred first readers cost one. A failure is not remembered.
 */
export class SharedCache<Value extends object> {
  readonly #ready: LRUCache<string, Value>
  readonly #making = new Map<string, Promise<Value>>()

  constructor(options: LRUCache.Options<string, Value, unknown>) {
    this.#ready = new LRUCache(options)
  }

  /** @returns the value at once when it is there, else the promise of it. */
  get(key: string, make: () => Promise<Value>): Value | Promise<Value> {
    return this.#ready.get(key) ?? this.#making.get(key) ?? this.#make(key, make)
  }

  /** After this no reader gets what was made, or began to be made, before. */
  forget(key: string): void {
    this.#ready.delete(key)
    this.#making.delete(key)
  }

  /** Forgets every key. */
  clear(): void {
    this.#ready.clear()
    this.#making.clear()
  }

  #make(key: string, make: () => Promise<Value>): Promise<Value> {
    const making = make().then(
      (value) => {
        if (this.#end(key, making)) this.#ready.set(key, value)
        return value
      },
      (error: unknown) => {
        this.#end(key, making)
        throw error
      },
    )
    this.#making.set(key, making)
    return making
  }

  /** @returns whether the result is still wanted, for it may have been forgotten meanwhile */
  #end(key: string, making: Promise<Value>): boolean {
    return this.#making.get(key) === making && this.#making.delete(key)
  }
}

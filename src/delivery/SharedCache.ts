import { LRUCache } from 'lru-cache'

export interface SharedCacheOptions<Value extends object> extends LRUCache.OptionsBase<
  string,
  Value,
  unknown
> {
  /** Whether what was made may be remembered; always unless given. */
  keeps?: (value: Value) => boolean
}

/**
 * Remembers what was made for a key. Those who ask while it is being made wait for the same result,
 * so a hundred first readers cost one. A failure is not remembered.
 */
export class SharedCache<Value extends object> {
  readonly #ready: LRUCache<string, Value>
  readonly #making = new Map<string, Promise<Value>>()
  readonly #keeps: (value: Value) => boolean

  constructor({ keeps = () => true, ...options }: SharedCacheOptions<Value>) {
    this.#ready = new LRUCache(options as LRUCache.Options<string, Value, unknown>)
    this.#keeps = keeps
  }

  /** @returns the value at once when it is there, else the promise of it. */
  get(key: string, make: () => Promise<Value>): Value | Promise<Value> {
    return this.#ready.get(key) ?? this.#making.get(key) ?? this.#make(key, make)
  }

  /** @returns what is remembered, without making it */
  ready(key: string): Value | undefined {
    return this.#ready.get(key)
  }

  /** How many values are remembered. */
  get entries(): number {
    return this.#ready.size
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
        if (this.#end(key, making) && this.#keeps(value)) this.#ready.set(key, value)
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

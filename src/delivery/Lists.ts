import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { brief, jsonType, prepare } from './Representation.ts'
import type { Representation } from './Representation.ts'
import { SharedCache } from './SharedCache.ts'

const freshForMs = 1000
const mostLists = 500

/** Lists as prepared bytes, made again after a second at the latest. */
export class Lists {
  readonly #cache = new SharedCache<Representation>({ max: mostLists, ttl: freshForMs })
  readonly #changes = new LRUCache<string, { digest: string; at: Date }>({ max: mostLists })

  /**
   * @param key says which list it is, with all its parameters
   * @param query gives the body: text as it is, all else to be written as JSON
   */
  get(
    key: string,
    query: () => Promise<unknown>,
    type = jsonType,
  ): Representation | Promise<Representation> {
    return this.#cache.get(key, async () => {
      const found = await query()
      const body = typeof found === 'string' ? found : JSON.stringify(found)
      return prepare({
        body,
        type,
        modified: this.#since(key, body),
        cacheControl: brief,
      })
    })
  }

  /** After this every list is made anew. */
  forget(): void {
    this.#cache.clear()
  }

  /**
   * A list also changes when something leaves it, so no date in it says when it changed. What can
   * be said is since when it has been seen as it is.
   */
  #since(key: string, body: string): Date {
    const digest = createHash('sha256').update(body).digest('base64')
    const last = this.#changes.get(key)
    if (last?.digest === digest) return last.at
    const at = new Date()
    this.#changes.set(key, { digest, at })
    return at
  }
}

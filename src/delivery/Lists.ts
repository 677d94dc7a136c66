import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { codings } from './contentCoding.ts'
import { Problem } from './problem.ts'
import { brief, jsonType, prepare } from './Representation.ts'
import type { Representation } from './Representation.ts'
import { SharedCache } from './SharedCache.ts'

const freshForMs = 1000
const mostLists = 500
const mostBytes = 16 * 1024 * 1024

/**
 * Lists as prepared bytes, made again after a second at the latest, since they also tell of what
 * takes no number: organs, channels, receipts. While the database is away the last ones stand.
 */
export class Lists {
  readonly #cache: SharedCache<Representation>
  readonly #isTold: () => boolean
  readonly #changes = new LRUCache<string, { digest: string; at: Date }>({ max: mostLists })
  readonly #last: LRUCache<string, Representation>
  /** Grows each time all is forgotten. */
  #era = 0

  /** @param isTold whether publications are being told of, so that remembering is safe */
  constructor(isTold: () => boolean) {
    this.#isTold = isTold
    this.#cache = new SharedCache({ max: mostLists, ttl: freshForMs, keeps: isTold })
    this.#last = new LRUCache({ maxSize: mostBytes, sizeCalculation: bytesOf })
  }

  /**
   * @param key says which list it is, with all its parameters
   * @param query gives the body: text as it is, all else to be written as JSON
   */
  async get(key: string, query: () => Promise<unknown>, type = jsonType): Promise<Representation> {
    try {
      return await this.#cache.get(key, () => this.#make(key, query, type))
    } catch (error) {
      const last = isUnavailable(error) ? this.#last.get(key) : undefined
      if (last) return last
      throw error
    }
  }

  /** After this every list is made anew. */
  forget(): void {
    this.#cache.clear()
    this.#last.clear()
    this.#era += 1
  }

  async #make(key: string, query: () => Promise<unknown>, type: string): Promise<Representation> {
    const era = this.#era
    const found = await query()
    const body = typeof found === 'string' ? found : JSON.stringify(found)
    const modified = this.#since(key, body)
    const list = await prepare({ body, type, modified, cacheControl: brief })
    if (era === this.#era && this.#isTold()) this.#last.set(key, list)
    return list
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

const isUnavailable = (error: unknown): boolean => error instanceof Problem && error.status === 503

const bytesOf = (list: Representation): number =>
  codings.reduce((sum, coding) => sum + list.body(coding).length, 1)

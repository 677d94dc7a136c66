import type { ReportQuery } from '../PublicationStore.ts'
import { SharedCache } from '../SharedCache.ts'

/** What a pass over all texts is asked for; without words, over all that is current. */
export type TextQuery = Pick<ReportQuery, 'organization' | 'region' | 'year'> & {
  words: readonly string[]
}

/**
 * Goes through the texts of all current publications, on whichever database, and away from the
 * event loop. @returns ids, newest first
 */
export type Scan = (query: TextQuery) => Promise<string[]>

const mostKept = 100_000

/**
 * What was found stays right until something is published or withdrawn, by whichever process, so
 * the further pages of a search and the same search by others cost no further pass.
 */
export class Search {
  readonly #scan: Scan
  readonly #lastChange: () => Promise<number>
  readonly #found = new SharedCache<string[]>({
    maxSize: mostKept,
    sizeCalculation: (ids) => ids.length + 1,
  })

  /** @param lastChange see {@link PublicationStore.lastChange} */
  constructor(scan: Scan, lastChange: () => Promise<number>) {
    this.#scan = scan
    this.#lastChange = lastChange
  }

  /** @returns ids of the publications in whose text every word stands, newest first */
  async find({ words, organization, region, year }: TextQuery): Promise<string[]> {
    const change = await this.#lastChange()
    const key = JSON.stringify([change, words, organization, region, year])
    return this.#found.get(key, () => this.#scan({ words, organization, region, year }))
  }
}

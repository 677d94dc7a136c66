import type { FoundPublication, PublicationStore, RevisionSummary } from './PublicationStore.ts'
import { notPublished, withdrawn } from './problem.ts'
import { SharedCache } from './SharedCache.ts'

/** What stands at an address: a publication, or nothing. */
class Found {
  readonly publication: FoundPublication | undefined
  isRemembered = false

  constructor(publication: FoundPublication | undefined) {
    this.publication = publication
  }
}

/** A publication that was found at a report's address, and whether that is still remembered. */
export interface Standing extends FoundPublication {
  /** The same as long as it is remembered: no longer once the report changed. */
  readonly found: { readonly isRemembered: boolean }
}

const mostReports = 25_000
const mostRevisionLists = 1000

/**
 * Which publication a report's address stands for now. What was found is remembered until somebody
 * tells that it changed ({@link forget}, {@link clear}); where nobody does, it is asked each time.
 */
export class CurrentPublications {
  readonly #store: PublicationStore
  readonly #found: SharedCache<Found>
  readonly #revisions: SharedCache<RevisionSummary[]>

  /** @param isTold whether changes are being told of, so that remembering is safe */
  constructor(store: PublicationStore, isTold: () => boolean) {
    this.#store = store
    this.#found = new SharedCache<Found>({
      max: mostReports,
      // Addresses that somebody made up shall not drive out those of reports.
      keeps: ({ publication }) => publication !== undefined && isTold(),
      onInsert: (found) => (found.isRemembered = true),
      dispose: (found) => (found.isRemembered = false),
    })
    this.#revisions = new SharedCache<RevisionSummary[]>({ max: mostRevisionLists, keeps: isTold })
  }

  /**
   * @param year as it stands in the path
   * @throws {Problem} 404 when nothing was published there, 410 when it was withdrawn
   */
  async find(organization: string, year: string): Promise<Standing> {
    if (!isYear(year) || !isSlug(organization)) throw notPublished()
    const found = await this.#found.get(
      keyOf(organization, year),
      async () => new Found(await this.#store.find(organization, Number(year))),
    )
    const { publication } = found
    if (!publication) throw notPublished()
    if (publication.state === 'withdrawn') throw withdrawn(publication.withdrawnAt)
    return { ...publication, found }
  }

  /**
   * @returns at least one, newest first
   * @throws {Problem} as {@link find} does
   */
  async revisions(organization: string, year: string): Promise<RevisionSummary[]> {
    await this.find(organization, year)
    const revisions = await this.#revisions.get(keyOf(organization, year), () =>
      this.#store.revisions(organization, Number(year)),
    )
    if (revisions.length === 0) throw notPublished()
    return revisions
  }

  /** Called once a publication or withdrawal is committed: the next reader sees it. */
  forget(organization: string, year: number): void {
    const key = keyOf(organization, String(year))
    this.#found.forget(key)
    this.#revisions.forget(key)
  }

  /** Forgets every report. */
  clear(): void {
    this.#found.clear()
    this.#revisions.clear()
  }
}

const keyOf = (organization: string, year: string) => `${year}/${organization}`

export const isYear = (year: string): boolean => /^(?:19|20)\d{2}$/.test(year)

const longestSlug = 200

/** Anything but control characters may be a slug; what is none is simply not found. */
export const isSlug = (slug: string): boolean =>
  slug.length > 0 && slug.length <= longestSlug && !/[\u0000-\u001f\u007f]/.test(slug)

import type { FoundPublication, PublicationStore, RevisionSummary } from './PublicationStore.ts'
import { notPublished, withdrawn } from './problem.ts'
import { SharedCache } from './SharedCache.ts'

/**
 * Another process may publish or withdraw; it is noticed after this long. In the process that
 * publishes, {@link CurrentPublications.forget} makes it at once.
 */
const noticedWithinMs = 1000

/** Which publication a report's address stands for now. */
export class CurrentPublications {
  readonly #store: PublicationStore
  readonly #found = new SharedCache<{ publication: FoundPublication | undefined }>({
    max: 10_000,
    ttl: noticedWithinMs,
  })
  readonly #revisions = new SharedCache<RevisionSummary[]>({ max: 1000, ttl: noticedWithinMs })

  constructor(store: PublicationStore) {
    this.#store = store
  }

  /**
   * @param year as it stands in the path
   * @throws {Problem} 404 when nothing was published there, 410 when it was withdrawn
   */
  async find(organization: string, year: string): Promise<FoundPublication> {
    if (!isYear(year) || !isSlug(organization)) throw notPublished()
    const { publication } = await this.#found.get(keyOf(organization, year), async () => ({
      publication: await this.#store.find(organization, Number(year)),
    }))
    if (!publication) throw notPublished()
    if (publication.state === 'withdrawn') throw withdrawn(publication.withdrawnAt)
    return publication
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
}

const keyOf = (organization: string, year: string) => `${year}/${organization}`

export const isYear = (year: string): boolean => /^(?:19|20)\d{2}$/.test(year)

const longestSlug = 200

/** Anything but control characters may be a slug; what is none is simply not found. */
export const isSlug = (slug: string): boolean =>
  slug.length > 0 && slug.length <= longestSlug && !/[\u0000-\u001f\u007f]/.test(slug)

import { LRUCache } from 'lru-cache'
import type { Publication } from '../publication/types.ts'
import type { PublicationStore, RevisionSummary } from './PublicationStore.ts'
import { prepare, revalidated } from './Representation.ts'
import type { Representation, RepresentationInput } from './Representation.ts'
import { noSuchImage, notPublished } from './problem.ts'
import { SharedCache } from './SharedCache.ts'

/** Makes one representation of a publication; the time it was modified is when it was published. */
export type Render = (publication: Publication) => Omit<RepresentationInput, 'modified'>

const defaultBytes = 256 * 1024 * 1024

/** Of all bytes, the part for bodies without compression. */
const plainShare = 0.25

/** Where a representation is kept. */
export const representationKey = (id: string, name: string): string => `${id}/${name}`

/**
 * The prepared bytes of publications. A publication never changes, so nothing here goes stale:
 * whether it may be shown is asked of {@link CurrentPublications}, every time.
 *
 * All are kept compressed, since that is a third of the size; those asked for most by readers
 * without compression are kept without it too.
 */
export class Representations {
  readonly #store: PublicationStore
  readonly #cache: SharedCache<Representation>
  readonly #plainBodies: LRUCache<Representation, Buffer>
  #prepared = 0

  /** @param maxBytes what is kept at most; the least recently used goes first */
  constructor(store: PublicationStore, maxBytes = defaultBytes) {
    this.#store = store
    const plainBytes = Math.ceil(maxBytes * plainShare)
    this.#cache = new SharedCache({
      maxSize: Math.max(1, maxBytes - plainBytes),
      sizeCalculation: ({ bytes }) => bytes,
    })
    this.#plainBodies = new LRUCache({
      maxSize: plainBytes,
      sizeCalculation: ({ length }) => length + 1,
    })
  }

  /**
   * @param id of the publication
   * @param name of the representation, unique within a publication
   * @throws {Problem} 404 when there is no such publication
   */
  get(id: string, name: string, render: Render): Representation | Promise<Representation> {
    return this.#cache.get(representationKey(id, name), async () => {
      const publication = await this.#store.load(id)
      if (!publication) throw notPublished()
      this.#prepared += 1
      const modified = new Date(publication.publishedAt)
      return prepare({ ...render(publication), modified }, this.#plainBodies)
    })
  }

  /** @returns the representation when it is in memory */
  ready(key: string): Representation | undefined {
    return this.#cache.ready(key)
  }

  /** How many were made ready since the start. */
  get prepared(): number {
    return this.#prepared
  }

  /** What is kept. */
  get size(): { entries: number; bytes: number } {
    const { entries, bytes } = this.#cache.size
    return { entries, bytes: bytes + this.#plainBodies.calculatedSize }
  }

  /**
   * @param revision that shows the image
   * @param name of the image
   * @throws {Problem} 404 when there is no such image
   */
  image(
    { id, publishedAt }: Pick<RevisionSummary, 'id' | 'publishedAt'>,
    name: string,
  ): Representation | Promise<Representation> {
    return this.#cache.get(representationKey(id, `images/${name}`), async () => {
      const image = await this.#store.image(name)
      if (!image) throw noSuchImage()
      return prepare({
        body: image.data,
        type: image.mimeType,
        modified: new Date(publishedAt),
        cacheControl: revalidated,
        isCompressed: true,
      })
    })
  }
}

import type { Publication } from '../publication/types.ts'
import type { PublicationStore, RevisionSummary } from './PublicationStore.ts'
import { prepare, revalidated } from './Representation.ts'
import type { Representation, RepresentationInput } from './Representation.ts'
import { noSuchImage, notPublished } from './problem.ts'
import { SharedCache } from './SharedCache.ts'

/** Makes one representation of a publication; the time it was modified is when it was published. */
export type Render = (publication: Publication) => Rendered | Promise<Rendered>
type Rendered = Omit<RepresentationInput, 'modified'>

const defaultBytes = 64 * 1024 * 1024

/**
 * The prepared bytes of publications. A publication never changes, so nothing here goes stale:
 * whether it may be shown is asked of {@link CurrentPublications}, every time.
 */
export class Representations {
  readonly #store: PublicationStore
  readonly #cache: SharedCache<Representation>

  /** @param maxBytes what is kept at most; the least recently used goes first */
  constructor(store: PublicationStore, maxBytes = defaultBytes) {
    this.#store = store
    this.#cache = new SharedCache({ maxSize: maxBytes, sizeCalculation: ({ bytes }) => bytes })
  }

  /**
   * @param id of the publication
   * @param name of the representation, unique within a publication
   * @throws {Problem} 404 when there is no such publication
   */
  get(id: string, name: string, render: Render): Representation | Promise<Representation> {
    return this.#cache.get(`${id}/${name}`, async () => {
      const publication = await this.#store.load(id)
      if (!publication) throw notPublished()
      return prepare({
        ...(await render(publication)),
        modified: new Date(publication.publishedAt),
      })
    })
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
    return this.#cache.get(`${id}/images/${name}`, async () => {
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

import type { Publication } from '../publication/types.ts'
import { Bodies } from './Bodies.ts'
import type { PublicationStore, RevisionSummary } from './PublicationStore.ts'
import { prepare, revalidated } from './Representation.ts'
import type { Representation, RepresentationInput } from './Representation.ts'
import { noSuchImage, notPublished } from './problem.ts'
import { SharedCache } from './SharedCache.ts'

/** Makes one representation of a publication; modified when that was published, unless it says else. */
export type Render = (publication: Publication) => Rendered | Promise<Rendered>
type Rendered = Omit<RepresentationInput, 'modified'> & { modified?: Date }

/** Each takes some three kilobytes besides its bodies. */
const mostRepresentations = 25_000

/** How much is kept. */
export interface Room {
  /** Of bodies in memory. */
  memoryBytes: number
  /** Of bodies in a file, which are asked for less. */
  fileBytes: number
}

export interface Kept extends Room {
  entries: number
}

const defaultRoom: Room = { memoryBytes: 32 * 1024 ** 2, fileBytes: 1024 ** 3 }

/**
 * The prepared bytes of publications. A publication never changes, so nothing here goes stale:
 * whether it may be shown is asked of {@link CurrentPublications}, every time.
 */
export class Representations {
  readonly #store: PublicationStore
  readonly #bodies: Bodies
  readonly #cache = new SharedCache<Representation>({ max: mostRepresentations })
  #prepared = 0

  constructor(
    store: PublicationStore,
    room: Partial<Room> = {},
    log: (error: unknown) => void = console.error,
  ) {
    this.#store = store
    this.#bodies = new Bodies({ ...defaultRoom, ...room }, log)
  }

  /**
   * @param id of the publication
   * @param name of the representation, unique within a publication
   * @throws {Problem} 404 when there is no such publication
   */
  get(id: string, name: string, render: Render): Representation | Promise<Representation> {
    return this.#get(`${id}/${name}`, async () => {
      const publication = await this.#store.load(id)
      if (!publication) throw notPublished()
      this.#prepared += 1
      const modified = new Date(publication.publishedAt)
      return prepare({ modified, ...(await render(publication)) }, this.#bodies)
    })
  }

  /** How many were made ready since the start. */
  get prepared(): number {
    return this.#prepared
  }

  /** What is kept. */
  get size(): Kept {
    return { entries: this.#cache.entries, ...this.#bodies.size }
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
    return this.#get(`${id}/images/${name}`, async () => {
      const image = await this.#store.image(name)
      if (!image) throw noSuchImage()
      this.#prepared += 1
      const input = {
        body: image.data,
        type: image.mimeType,
        modified: new Date(publishedAt),
        cacheControl: revalidated,
        isCompressed: true,
      }
      return prepare(input, this.#bodies)
    })
  }

  #get(key: string, make: () => Promise<Representation>) {
    if (this.#cache.ready(key)?.isGone) this.#cache.forget(key)
    return this.#cache.get(key, make)
  }
}

import { LRUCache } from 'lru-cache'
import { BytesFile } from './BytesFile.ts'
import { decompress } from './compress.ts'

/** The bytes of an answer, wherever they are. */
export interface Body {
  readonly length: number
  /** Whether they are no longer to be had. */
  readonly isGone: boolean
  bytes: () => Buffer
}

/** Where bodies are kept. */
export interface BodyStore {
  keep: (bytes: Buffer) => Body
  /** @returns what was compressed, which is made again when it is not in memory */
  keepUnpacked: (bytes: Buffer, packed: Body) => Body
}

/** Keeps bodies where they are made. */
export const inMemory: BodyStore = {
  keep: (bytes) => ({ length: bytes.length, isGone: false, bytes: () => bytes }),
  keepUnpacked: (bytes) => inMemory.keep(bytes),
}

/**
 * Bodies that are asked for most are in memory; all of them, compressed, in a file. So the memory
 * is bounded whatever the number of reports, and yet none has to be made again.
 */
export class Bodies implements BodyStore {
  readonly #memory: LRUCache<Body, Buffer>
  readonly #fileBytes: number
  #current: BytesFile | undefined
  #before: BytesFile | undefined

  /** @param fileBytes how long both files may get; what was put in first goes first, half at once */
  constructor({ memoryBytes, fileBytes }: { memoryBytes: number; fileBytes: number }) {
    this.#memory = new LRUCache({
      maxSize: Math.max(1, memoryBytes),
      sizeCalculation: ({ length }) => length + 1,
    })
    this.#fileBytes = fileBytes
  }

  keep(bytes: Buffer): Body {
    const file = this.#fileFor(bytes.length)
    const offset = file.append(bytes)
    const { length } = bytes
    return this.#kept(bytes, file, () => file.read(offset, length))
  }

  keepUnpacked(bytes: Buffer, packed: Body): Body {
    const { length } = bytes
    return this.#kept(bytes, packed, () => decompress(packed.bytes(), length))
  }

  get size(): { memoryBytes: number; fileBytes: number } {
    return {
      memoryBytes: this.#memory.calculatedSize,
      fileBytes: (this.#current?.length ?? 0) + (this.#before?.length ?? 0),
    }
  }

  #kept({ length }: Buffer, source: { readonly isGone: boolean }, load: () => Buffer): Body {
    const memory = this.#memory
    const body: Body = {
      length,
      get isGone() {
        return source.isGone
      },
      bytes() {
        const ready = memory.get(body)
        if (ready) return ready
        const loaded = load()
        memory.set(body, loaded)
        return loaded
      },
    }
    return body
  }

  #fileFor(length: number): BytesFile {
    if (this.#current && this.#current.length + length <= this.#fileBytes / 2) return this.#current
    this.#before?.drop()
    this.#before = this.#current
    this.#current = new BytesFile()
    return this.#current
  }
}

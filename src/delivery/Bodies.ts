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

type Memory = LRUCache<Body, Buffer>

/** In memory as long as it is asked for, else made anew. Of a class, since there are very many. */
abstract class RemakeableBody implements Body {
  readonly length: number
  readonly #memory: Memory

  constructor(length: number, memory: Memory) {
    this.length = length
    this.#memory = memory
  }

  abstract get isGone(): boolean
  protected abstract make(): Buffer

  bytes(): Buffer {
    const ready = this.#memory.get(this)
    if (ready) return ready
    const made = this.make()
    this.#memory.set(this, made)
    return made
  }
}

class BodyInFile extends RemakeableBody {
  readonly #file: BytesFile
  readonly #offset: number

  constructor(bytes: Buffer, file: BytesFile, memory: Memory) {
    super(bytes.length, memory)
    this.#file = file
    this.#offset = file.append(bytes)
  }

  get isGone(): boolean {
    return this.#file.isGone
  }

  protected make(): Buffer {
    return this.#file.read(this.#offset, this.length)
  }
}

class UnpackedBody extends RemakeableBody {
  readonly #packed: Body

  constructor(length: number, packed: Body, memory: Memory) {
    super(length, memory)
    this.#packed = packed
  }

  get isGone(): boolean {
    return this.#packed.isGone
  }

  protected make(): Buffer {
    return decompress(this.#packed.bytes(), this.length)
  }
}

/**
 * Bodies that are asked for most are in memory; all of them, compressed, in a file. So the memory
 * is bounded whatever the number of reports, and yet none has to be made again.
 */
export class Bodies implements BodyStore {
  readonly #memory: Memory
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
    return new BodyInFile(bytes, this.#fileFor(bytes.length), this.#memory)
  }

  keepUnpacked({ length }: Buffer, packed: Body): Body {
    return new UnpackedBody(length, packed, this.#memory)
  }

  get size(): { memoryBytes: number; fileBytes: number } {
    return {
      memoryBytes: this.#memory.calculatedSize,
      fileBytes: (this.#current?.length ?? 0) + (this.#before?.length ?? 0),
    }
  }

  #fileFor(length: number): BytesFile {
    if (this.#current && this.#current.length + length <= this.#fileBytes / 2) return this.#current
    this.#before?.drop()
    this.#before = this.#current
    this.#current = new BytesFile()
    return this.#current
  }
}

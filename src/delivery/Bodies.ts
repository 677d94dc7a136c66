import type { ServerResponse } from 'node:http'
import { BytesFile } from './BytesFile.ts'
import { HotBytes, type Counted } from './HotBytes.ts'
import { Pieces } from './Pieces.ts'

/** The bytes of an answer, wherever they are. */
export interface Body {
  readonly length: number
  /** Whether they are no longer to be had. */
  readonly isGone: boolean
  /** Ends the answer with them. */
  end: (res: ServerResponse) => void
}

/** Where bodies are kept. */
export interface BodyStore {
  /** @param bodies of one representation: they are kept, and go, together */
  keep: <Name extends string>(bodies: Readonly<Record<Name, Buffer>>) => Record<Name, Body>
}

const each = <Name extends string>(
  bodies: Readonly<Record<Name, Buffer>>,
  keep: (bytes: Buffer) => Body,
): Record<Name, Body> =>
  Object.fromEntries(
    Object.entries<Buffer>(bodies).map(([name, bytes]) => [name, keep(bytes)]),
  ) as Record<Name, Body>

const bodyOf = (bytes: Buffer, isGone = false): Body => ({
  length: bytes.length,
  isGone,
  end: (res) => res.end(bytes),
})

/** Keeps bodies where they are made. */
export const inMemory: BodyStore = { keep: (bodies) => each(bodies, (bytes) => bodyOf(bytes)) }

/** Where all bodies in files have what they share. */
interface Around {
  hot: HotBytes<BodyInFile>
  pieces: Pieces
}

/** Of a class, since there are very many. */
class BodyInFile implements Body, Counted {
  readonly length: number
  asked = 0
  age = 0
  bytes: Buffer | undefined = undefined
  readonly #around: Around
  readonly #file: BytesFile
  readonly #offset: number

  constructor(bytes: Buffer, file: BytesFile, around: Around) {
    this.length = bytes.length
    this.#around = around
    this.#file = file
    this.#offset = file.append(bytes)
  }

  get isGone(): boolean {
    return this.#file.isGone
  }

  end(res: ServerResponse): void {
    const { hot, pieces } = this.#around
    const bytes = hot.get(this, () => this.#read(Buffer.allocUnsafeSlow(this.length)))
    if (bytes) res.end(bytes)
    else pieces.lend(this.length, res, (piece) => res.end(this.#read(piece)))
  }

  #read(into: Buffer): Buffer {
    this.#file.read(this.#offset, into)
    return into
  }
}

/**
 * Bodies that are asked for most are in memory; all of them in a file. So the memory is bounded
 * whatever the number of reports, and yet none has to be made again.
 */
export class Bodies implements BodyStore {
  readonly #around: Around
  readonly #fileBytes: number
  readonly #log: (error: unknown) => void
  #current: BytesFile | undefined
  #before: BytesFile | undefined

  /**
   * @param room.fileBytes how long both files may get; what was put in first goes first, half at once
   * @param log told when a file cannot be written
   */
  constructor(
    { memoryBytes, fileBytes }: { memoryBytes: number; fileBytes: number },
    log: (error: unknown) => void = console.error,
  ) {
    this.#around = { hot: new HotBytes(memoryBytes), pieces: new Pieces() }
    this.#fileBytes = fileBytes
    this.#log = log
  }

  /** Where the disk is full, what was made serves those who wait for it, and is made anew for others. */
  keep<Name extends string>(bodies: Readonly<Record<Name, Buffer>>): Record<Name, Body> {
    try {
      const length = Object.values<Buffer>(bodies).reduce((sum, bytes) => sum + bytes.length, 0)
      const file = this.#fileFor(length)
      return each(bodies, (bytes) => new BodyInFile(bytes, file, this.#around))
    } catch (error) {
      this.#log(error)
      return each(bodies, (bytes) => bodyOf(bytes, true))
    }
  }

  get size(): { memoryBytes: number; fileBytes: number } {
    return {
      memoryBytes: this.#around.hot.size,
      fileBytes: (this.#current?.length ?? 0) + (this.#before?.length ?? 0),
    }
  }

  #fileFor(length: number): BytesFile {
    if (this.#current && this.#current.length + length <= this.#fileBytes / 2) return this.#current
    const next = new BytesFile()
    this.#before?.drop()
    this.#before = this.#current
    this.#current = next
    return next
  }
}

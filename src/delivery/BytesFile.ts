import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import os from 'node:os'
import path from 'node:path'

const closeAfterMs = 10_000

/**
 * Bytes in a file of this process alone. What is read often is in the page cache of the system, so
 * that reading costs some microseconds, yet the memory is the system's to take back.
 */
export class BytesFile {
  readonly #fd: number
  #length = 0
  #isGone = false
  #isClosed = false

  /** @throws when the folder for temporary files cannot be written to */
  constructor() {
    const file = path.join(os.tmpdir(), `gongkai-${process.pid}-${randomUUID()}`)
    this.#fd = openSync(file, 'wx+', 0o600)
    // Without a name it goes with the process, however that ends. Windows keeps the name.
    if (process.platform === 'win32') process.once('exit', () => rmSync(file, { force: true }))
    else rmSync(file)
  }

  get length(): number {
    return this.#length
  }

  /** Whether nothing in it may be used any more. */
  get isGone(): boolean {
    return this.#isGone
  }

  /** @returns where the bytes begin */
  append(bytes: Buffer): number {
    const offset = this.#length
    for (let done = 0; done < bytes.length;) {
      done += writeSync(this.#fd, bytes, done, bytes.length - done, offset + done)
    }
    this.#length += bytes.length
    return offset
  }

  /**
   * Fills the buffer with what stands from the offset on.
   * @throws when the file is closed: its number may be that of another file by then
   */
  read(offset: number, into: Buffer): void {
    if (this.#isClosed) throw new Error('The file of prepared answers is closed')
    for (let done = 0; done < into.length;) {
      const read = readSync(this.#fd, into, done, into.length - done, offset + done)
      if (read === 0) throw new RangeError('The file of prepared answers is too short')
      done += read
    }
  }

  /** What is being sent may still be read, for a moment. */
  drop(): void {
    if (this.#isGone) return
    this.#isGone = true
    setTimeout(() => {
      this.#isClosed = true
      closeSync(this.#fd)
    }, closeAfterMs).unref()
  }
}

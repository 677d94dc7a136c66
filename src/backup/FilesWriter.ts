import { createHash } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { sha256 } from './digests.ts'
import { Refusal } from './Refusal.ts'

/** Puts files where their collection keeps them, and takes them away again when all failed. */
export class FilesWriter {
  readonly #written: string[] = []
  #current: { file: string; handle: FileHandle; hash: ReturnType<typeof createHash> } | undefined

  async begin(folder: string, name: string): Promise<void> {
    await mkdir(folder, { recursive: true })
    const file = path.join(folder, name)
    const handle = await open(partialOf(file), 'w')
    this.#current = { file, handle, hash: createHash('sha256') }
  }

  async add(chunk: Buffer): Promise<void> {
    this.#current!.hash.update(chunk)
    await this.#current!.handle.writeFile(chunk)
  }

  /** @throws {Refusal} when there is another file of that name */
  async end(): Promise<void> {
    const { file, handle, hash } = this.#current!
    await handle.sync()
    await handle.close()
    this.#current = undefined
    const existing = await readFile(file).catch(() => undefined)
    if (!existing) {
      await rename(partialOf(file), file)
      this.#written.push(file)
      return
    }
    await rm(partialOf(file))
    if (sha256(existing) === hash.digest('hex')) return // from a restore that was cut short
    throw new Refusal(
      `已有同名而内容不同的文件：${file}，请先移走`,
      'there is another file of that name: move it away first',
    )
  }

  async undo(): Promise<void> {
    if (this.#current) {
      await this.#current.handle.close()
      await rm(partialOf(this.#current.file), { force: true })
    }
    for (const file of this.#written) await rm(file, { force: true })
  }
}

const partialOf = (file: string) => `${file}.partial`

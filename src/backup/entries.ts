import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { fieldsOf, fileNamesOf, folderOf, type Collections } from './contents.ts'
import { lineOf } from './digests.ts'
import { isIntact } from './integrity.ts'
import type { Manifest, Trailer } from './Manifest.ts'
import { neutralDocument } from './neutral.ts'
import type { Source } from './Source.ts'

/** The lines between the first and the last. */
export type Entry =
  | { in: string; document: Record<string, unknown> & { id: string } }
  | { file: string; in: string }
  | { chunk: string }
  | { endOfFile: { bytes: number; sha256: string } }

export interface Written extends Trailer {
  /** Documents whose own digest does not match any more, as `collection/id`. */
  broken: string[]
}

interface NamedFile {
  in: string
  folder: string
  name: string
}

const chunkBytes = 96_000

/** Writes a backup line by line, and reports what was written once the last line is out. */
export class Entries {
  readonly #source: Source
  readonly #collections: Collections
  readonly #onDocument: () => void
  readonly #over = createHash('sha256')
  readonly #files: NamedFile[] = []
  readonly written: Written = { collections: {}, files: 0, missing: [], sha256: '', broken: [] }

  constructor(source: Source, collections: Collections, onDocument: () => void) {
    this.#source = source
    this.#collections = collections
    this.#onDocument = onDocument
  }

  async *lines(manifest: Manifest): AsyncGenerator<string> {
    yield this.#counted(lineOf(manifest))
    for (const collection of this.#collections) yield* this.#documents(collection)
    for (const file of this.#files) yield* this.#file(file)
    this.written.sha256 = this.#over.digest('hex')
    const { broken: _, ...trailer } = this.written
    yield lineOf(trailer)
  }

  #counted(line: string): string {
    this.#over.update(line)
    return line
  }

  async *#documents(collection: Collections[number]): AsyncGenerator<string> {
    const { slug } = collection
    const fields = fieldsOf(collection)
    const hash = createHash('sha256')
    let documents = 0
    for await (const found of this.#source.documents(slug)) {
      const document = neutralDocument(fields, found)
      if (!isIntact(slug, document)) this.written.broken.push(`${slug}/${document.id}`)
      for (const name of fileNamesOf(collection, document)) {
        this.#files.push({ in: slug, folder: folderOf(collection), name })
      }
      const line = lineOf({ in: slug, document } satisfies Entry)
      hash.update(line)
      documents += 1
      this.#onDocument()
      yield this.#counted(line)
    }
    this.written.collections[slug] = { documents, sha256: hash.digest('hex') }
  }

  async *#file({ in: slug, folder, name }: NamedFile): AsyncGenerator<string> {
    const file = path.join(folder, name)
    if (!(await stat(file).catch(() => undefined))) {
      this.written.missing.push(name)
      return
    }
    yield this.#counted(lineOf({ in: slug, file: name } satisfies Entry))
    const hash = createHash('sha256')
    let bytes = 0
    for await (const chunk of createReadStream(file, { highWaterMark: chunkBytes })) {
      hash.update(chunk as Buffer)
      bytes += (chunk as Buffer).length
      yield this.#counted(lineOf({ chunk: (chunk as Buffer).toString('base64') } satisfies Entry))
    }
    const endOfFile = { bytes, sha256: hash.digest('hex') }
    yield this.#counted(lineOf({ endOfFile } satisfies Entry))
    this.written.files += 1
  }
}

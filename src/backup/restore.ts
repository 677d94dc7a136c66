import type { Payload } from 'payload'
import { check, isRequired, type Checked } from './check.ts'
import { backedUp, fieldsOf, folderOf, keepsIds, type Collections } from './contents.ts'
import { Tally } from './digests.ts'
import type { Entry } from './entries.ts'
import { FilesWriter } from './FilesWriter.ts'
import { neutralDocument, type Document } from './neutral.ts'
import { readBackup } from './readBackup.ts'
import { withReferences } from './references.ts'
import { Refusal } from './Refusal.ts'
import { openTarget, type Inside } from './Target.ts'

export interface RestoreOptions {
  /** This version of the product. */
  product: string
  onProgress?: (done: number, total: number) => void
}

export interface Restored extends Checked {
  /** References that were left empty since what they point to was deleted, as `collection/id`. */
  emptied: string[]
}

/**
 * Fills an empty database from a backup. The whole file is checked before a byte is written, and
 * what was written is read back and compared before it counts.
 * @throws {Refusal} when the file or the database is not fit for it; the database is as it was then
 */
export async function restore(
  payload: Payload,
  file: string,
  options: RestoreOptions,
): Promise<Restored> {
  const checked = await check(payload.config, file, options.product)
  const target = openTarget(payload)
  const emptied = target.keepsReferences ? referencesToEmpty(checked) : []
  const collections = backedUp(payload.config)
  const files = new FilesWriter()
  const filling = new Filling(collections, new Set(emptied))
  try {
    await target.fill(
      collections.map(({ slug }) => slug),
      async (inside) => {
        await filling.write(inside, files, file, checked, options)
        await filling.readBack(inside)
      },
    )
  } catch (error) {
    await files.undo()
    throw error
  }
  return { ...checked, emptied }
}

/** Where MongoDB keeps what points to a deleted document, SQLite has nothing. */
function referencesToEmpty({ dangling }: Checked): string[] {
  for (const { from, field, to } of dangling) {
    if (!isRequired(field)) continue
    throw new Refusal(
      `${from} 的“${field.name}”指向不存在的 ${to}，不能恢复到 SQLite`,
      'a required reference points to nothing',
    )
  }
  return dangling.map(({ to }) => to)
}

class Filling {
  readonly #collections: Map<string, Collections[number]>
  readonly #expected = new Map<string, Tally>()
  readonly #emptied: ReadonlySet<string>

  constructor(collections: Collections, emptied: ReadonlySet<string>) {
    this.#collections = new Map(collections.map((collection) => [collection.slug, collection]))
    for (const { slug } of collections) this.#expected.set(slug, new Tally())
    this.#emptied = emptied
  }

  async write(
    inside: Inside,
    files: FilesWriter,
    file: string,
    { trailer }: Checked,
    { product, onProgress }: RestoreOptions,
  ): Promise<void> {
    const counts = Object.values(trailer.collections)
    const total = counts.reduce((sum, { documents }) => sum + documents, 0)
    let done = 0
    for await (const entry of readBackup(file, product)) {
      if ('gongkai' in entry) continue
      if ('document' in entry) {
        await this.#create(inside, entry.in, entry.document)
        onProgress?.((done += 1), total)
      } else await this.#writeFile(files, entry)
    }
  }

  /** @throws {Error} when the database gives back something else than it was given */
  async readBack(inside: Inside): Promise<void> {
    for (const [slug, collection] of this.#collections) {
      const fields = fieldsOf(collection)
      const found = new Tally()
      for await (const document of inside.documents(slug))
        found.add(comparable(slug, neutralDocument(fields, document)))
      if (found.equals(this.#expected.get(slug)!)) continue
      throw new Error(
        `恢复后读出的 ${slug} 与备份不一致，已撤销 (what was read back differs from the backup)`,
      )
    }
  }

  async #create(inside: Inside, slug: string, stored: Document): Promise<void> {
    const fields = fieldsOf(this.#collections.get(slug)!)
    const complete = comparable(slug, neutralDocument(fields, stored))
    const document = withReferences(
      fields,
      complete,
      ({ collection, id }) => !this.#emptied.has(`${collection}/${id}`),
    )
    this.#expected.get(slug)!.add(document)
    await inside.create(slug, structuredClone(document)) // adapters change what they are given
  }

  async #writeFile(
    files: FilesWriter,
    entry: Exclude<Entry, { document: unknown }>,
  ): Promise<void> {
    if ('chunk' in entry) await files.add(Buffer.from(entry.chunk, 'base64'))
    else if ('endOfFile' in entry) await files.end()
    else await files.begin(folderOf(this.#collections.get(entry.in)!), entry.file)
  }
}

/** What is the same on every database: an id only where it is kept. */
function comparable(slug: string, { id, ...members }: Document): Partial<Document> {
  return keepsIds(slug) ? { id, ...members } : members
}

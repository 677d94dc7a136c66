import path from 'node:path'
import type { FlattenedField, SanitizedConfig } from 'payload'
import { backedUp, fieldsOf, type Collections } from './contents.ts'
import { isIntact } from './integrity.ts'
import type { Manifest, Trailer } from './Manifest.ts'
import { isStored, type Members } from './neutral.ts'
import { readBackup } from './readBackup.ts'
import { referredTo, withReferences } from './references.ts'
import { Refusal, damaged } from './Refusal.ts'

/** A backup that was read from beginning to end and found good. */
export interface Checked {
  manifest: Manifest
  trailer: Trailer
  /** The references to documents that the backup does not hold. */
  dangling: Dangling[]
}

export interface Dangling {
  /** The document that refers, as `collection/id`. */
  from: string
  field: FlattenedField
  to: string
}

/**
 * Reads a whole backup and writes nothing: digests, counts and versions, the digests of publications
 * and pictures, and whether this version knows every collection and field.
 * @throws {Refusal} with the first thing that is wrong
 */
export async function check(
  config: Pick<SanitizedConfig, 'collections'>,
  file: string,
  product: string,
): Promise<Checked> {
  const checking = new Checking(backedUp(config))
  const entries = readBackup(file, product)
  let manifest: Manifest | undefined
  for (;;) {
    const { value, done } = await entries.next()
    if (done) return { manifest: manifest!, trailer: value, dangling: checking.dangling() }
    if ('gongkai' in value) manifest = value
    else if ('document' in value) checking.take(value.in, value.document)
    else if ('file' in value) checking.takeFile(value.in, value.file)
  }
}

class Checking {
  readonly #collections: Map<string, { fields: FlattenedField[]; isReferredTo: boolean }>
  /** Of documents that others may refer to, as `collection/id`: some for each report. */
  readonly #ids = new Set<string>()
  readonly #references = new Map<string, Dangling>()

  constructor(collections: Collections) {
    const referred = new Set(collections.flatMap((collection) => referredTo(fieldsOf(collection))))
    this.#collections = new Map(
      collections.map((collection) => [
        collection.slug,
        { fields: fieldsOf(collection), isReferredTo: referred.has(collection.slug) },
      ]),
    )
  }

  take(slug: string, document: Members & { id: string }): void {
    const collection = this.#known(slug)
    refuseUnknown(slug, collection.fields, document)
    const from = `${slug}/${document.id}`
    if (!isIntact(slug, document)) throw damaged(`${from} 的内容与其摘要值不符`)
    if (collection.isReferredTo) this.#ids.add(from)
    withReferences(collection.fields, document, ({ field, collection: to, id }) => {
      this.#note({ from, field, to: `${to}/${id}` })
      return true
    })
  }

  takeFile(slug: string, name: string): void {
    this.#known(slug)
    const isPlain = name === path.basename(name) && name !== '..' && !name.includes('\\')
    if (!isPlain) throw damaged(`文件名 ${name} 不合规`)
  }

  /** One that refers is enough to tell of, best one that has to. */
  #note(reference: Dangling): void {
    const { to, field } = reference
    if (!this.#references.has(to) || isRequired(field)) this.#references.set(to, reference)
  }

  dangling(): Dangling[] {
    return [...this.#references.values()].filter(({ to }) => !this.#ids.has(to))
  }

  #known(slug: string) {
    const known = this.#collections.get(slug)
    if (known) return known
    throw new Refusal(
      `备份中有本版本没有的内容类型 ${slug}`,
      'the backup holds a collection that this version does not know',
    )
  }
}

export const isRequired = (field: FlattenedField): boolean =>
  'required' in field && Boolean(field.required)

function refuseUnknown(path: string, fields: readonly FlattenedField[], members: Members): void {
  for (const [name, value] of Object.entries(members)) {
    if (name === 'id') continue
    const field = fields.find((candidate) => candidate.name === name && isStored(candidate))
    if (!field) {
      throw new Refusal(
        `备份中有本版本没有的字段 ${path}.${name}`,
        'the backup holds a field that this version does not know',
      )
    }
    if (!('flattenedFields' in field) || !value) continue
    for (const row of [value].flat()) {
      refuseUnknown(`${path}.${name}`, field.flattenedFields, row as Members)
    }
  }
}

import { createHash, type Hash } from 'node:crypto'
import type { Entry } from './entries.ts'
import { linesIn } from './lines.ts'
import { refuseOther, type Manifest, type Trailer } from './Manifest.ts'
import { damaged } from './Refusal.ts'
import { checkSeal } from './seal.ts'

/**
 * Reads a backup, checking all the way: the seal first, the versions with the first line, and the
 * counts and digests with the last. What it gave counts only once it has come to its end.
 * @param product this version of the product
 * @throws {Refusal} when the file is damaged, no backup, or of another version
 */
export async function* readBackup(
  file: string,
  product: string,
): AsyncGenerator<Manifest | Entry, Trailer> {
  const lines = linesIn(file, await checkSeal(file))
  const reading = new Reading()
  const first = await lines.next()
  if (first.done) throw damaged('没有内容')
  const manifest = parsed(first.value)
  refuseOther(manifest, product)
  reading.pass(first.value)
  yield manifest
  for await (const line of lines) {
    const entry = parsed(line)
    if ('collections' in entry) return await reading.end(entry as unknown as Trailer, lines)
    reading.take(line, entry as unknown as Entry)
    yield entry as unknown as Entry
  }
  throw damaged('缺少结尾')
}

function parsed(line: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  } catch (error) {
    throw damaged('有一行不是 JSON', { cause: error })
  }
  throw damaged('有一行不是对象')
}

/** What has been read so far, to be held against the trailer. */
class Reading {
  readonly #over = createHash('sha256')
  readonly #collections = new Map<string, { documents: number; hash: Hash }>()
  #file: { bytes: number; hash: Hash } | undefined
  #files = 0

  pass(line: string): void {
    this.#over.update(`${line}\n`)
  }

  take(line: string, entry: Entry): void {
    this.pass(line)
    if ('document' in entry) {
      const read = this.#collection(entry.in)
      read.hash.update(`${line}\n`)
      read.documents += 1
    } else if ('file' in entry) this.#file = { bytes: 0, hash: createHash('sha256') }
    else if ('chunk' in entry) this.#chunk(Buffer.from(entry.chunk, 'base64'))
    else if ('endOfFile' in entry) this.#endFile(entry.endOfFile)
    else throw damaged('有一行无法识别')
  }

  async end(trailer: Trailer, rest: AsyncGenerator<string>): Promise<Trailer> {
    if (trailer.sha256 !== this.#over.digest('hex')) throw damaged('总摘要不符')
    if (trailer.files !== this.#files) throw damaged('文件数不符')
    const slugs = new Set([...this.#collections.keys(), ...Object.keys(trailer.collections)])
    for (const slug of slugs) {
      const { documents, hash } = this.#collection(slug)
      const said = trailer.collections[slug]
      if (said?.documents !== documents) throw damaged(`${slug} 的记录数不符`)
      if (said.sha256 !== hash.digest('hex')) throw damaged(`${slug} 的摘要不符`)
    }
    if (!(await rest.next()).done) throw damaged('结尾之后还有内容')
    return trailer
  }

  #collection(slug: string): { documents: number; hash: Hash } {
    const known = this.#collections.get(slug) ?? { documents: 0, hash: createHash('sha256') }
    this.#collections.set(slug, known)
    return known
  }

  #chunk(bytes: Buffer): void {
    if (!this.#file) throw damaged('图片内容没有名称')
    this.#file.bytes += bytes.length
    this.#file.hash.update(bytes)
  }

  #endFile({ bytes, sha256 }: { bytes: number; sha256: string }): void {
    if (this.#file?.bytes !== bytes || this.#file.hash.digest('hex') !== sha256) {
      throw damaged('图片的摘要不符')
    }
    this.#file = undefined
    this.#files += 1
  }
}

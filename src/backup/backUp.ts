import { createHash } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { Payload } from 'payload'
import { backedUp, fieldsOf, isLoose, type Collections } from './contents.ts'
import { lineOf } from './digests.ts'
import { Entries, type Entry, type Written } from './entries.ts'
import { formatVersion, type Manifest } from './Manifest.ts'
import { neutralDocument } from './neutral.ts'
import { Refusal } from './Refusal.ts'
import { openSource, type Source } from './Source.ts'
import { refuseUnfinished } from './unfinished.ts'
import { refuseExisting, writeFile } from './writeFile.ts'

const mostTries = 5

export interface BackUpOptions {
  product: string
  /** Overwrites a file that is there. */
  force?: boolean
  onProgress?: (done: number, total: number) => void
}

export interface BackUpResult extends Written {
  manifest: Manifest
  bytes: number
}

/**
 * Writes everything that the database holds to one file, as of one moment, while the product runs.
 * @throws {Refusal} when the file is there already, or a MongoDB that stands alone is never still
 */
export async function backUp(
  payload: Payload,
  file: string,
  options: BackUpOptions,
): Promise<BackUpResult> {
  if (!options.force) refuseExisting(file)
  await refuseUnfinished(payload)
  const source = await openSource(payload)
  try {
    for (let tries = 1; tries <= mostTries; tries += 1) {
      const result = await tryOnce(payload, source, file, options)
      if (result) return result
      await delay(tries * 1000)
    }
    throw new Refusal(
      `备份期间一直有人保存，试了 ${mostTries} 次仍未取得一致的内容。请稍后再试，或把 MongoDB 设为副本集`,
      'somebody saved during every try: try later, or make the MongoDB a replica set',
    )
  } finally {
    await source.close()
  }
}

async function tryOnce(
  payload: Payload,
  source: Source,
  file: string,
  { product, onProgress }: BackUpOptions,
): Promise<BackUpResult | undefined> {
  const collections = backedUp(payload.config)
  const manifest = await describe(source, collections, product)
  const total = Object.values(manifest.documents).reduce((sum, count) => sum + count, 0)
  let done = 0
  const entries = new Entries(source, collections, () => onProgress?.((done += 1), total))
  const bytes = await writeFile(
    file,
    () => entries.lines(manifest),
    () => isOfOneMoment(source, collections, entries.written),
  )
  return bytes === undefined ? undefined : { ...entries.written, manifest, bytes }
}

async function describe(
  source: Source,
  collections: Collections,
  product: string,
): Promise<Manifest> {
  const documents: Manifest['documents'] = {}
  for (const { slug } of collections) documents[slug] = await source.count(slug)
  const { database, consistency } = source
  return {
    ...{ gongkai: 'backup', format: formatVersion, product, createdAt: new Date().toISOString() },
    ...{ database, consistency, documents },
  }
}

/**
 * Reads a second time what was not read as one snapshot. When each collection is as it was the first
 * time, none changed between: so all that was read stood there together when the first time ended.
 */
async function isOfOneMoment(
  source: Source,
  collections: Collections,
  { collections: first }: Written,
): Promise<boolean> {
  if (source.consistency === 'snapshot') return true
  for (const collection of collections.filter(({ slug }) => !isLoose(slug))) {
    if ((await digestNow(source, collection)) !== first[collection.slug]?.sha256) return false
  }
  return true
}

async function digestNow(source: Source, collection: Collections[number]): Promise<string> {
  const { slug } = collection
  const fields = fieldsOf(collection)
  const hash = createHash('sha256')
  for await (const found of source.documents(slug)) {
    hash.update(lineOf({ in: slug, document: neutralDocument(fields, found) } satisfies Entry))
  }
  return hash.digest('hex')
}

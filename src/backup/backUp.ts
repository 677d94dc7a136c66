import type { Payload } from 'payload'
import { backedUp, type Collections } from './contents.ts'
import { Entries, type Written } from './entries.ts'
import { formatVersion, type Manifest } from './Manifest.ts'
import { openSource, type Source } from './Source.ts'
import { refuseExisting, writeFile } from './writeFile.ts'

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
 * @throws {Refusal} when the file is there already
 */
export async function backUp(
  payload: Payload,
  file: string,
  options: BackUpOptions,
): Promise<BackUpResult> {
  if (!options.force) refuseExisting(file)
  let result: Omit<BackUpResult, 'bytes'> | undefined
  const lines = linesOfOneMoment(payload, options, (written) => (result = written))
  const bytes = await writeFile(file, lines)
  return { ...result!, bytes }
}

/** Ends only when what was read stood there together: there is no file otherwise. */
async function* linesOfOneMoment(
  payload: Payload,
  { product, onProgress }: BackUpOptions,
  onEnd: (result: Omit<BackUpResult, 'bytes'>) => void,
): AsyncGenerator<string> {
  const collections = backedUp(payload.config)
  const source = await openSource(payload)
  try {
    const manifest = await describe(source, collections, product)
    const total = Object.values(manifest.documents).reduce((sum, count) => sum + count, 0)
    let done = 0
    const entries = new Entries(source, collections, () => onProgress?.((done += 1), total))
    yield* entries.lines(manifest)
    onEnd({ ...entries.written, manifest })
  } finally {
    await source.close()
  }
}

async function describe(
  source: Source,
  collections: Collections,
  product: string,
): Promise<Manifest> {
  const documents: Manifest['documents'] = {}
  for (const { slug } of collections) documents[slug] = await source.count(slug)
  const createdAt = new Date().toISOString()
  const { database } = source
  return { gongkai: 'backup', format: formatVersion, product, createdAt, database, documents }
}

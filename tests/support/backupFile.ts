import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { gunzipSync, gzipSync } from 'node:zlib'
import { lineOf } from '../../src/backup/digests.ts'
import { sealing } from '../../src/backup/seal.ts'

export type Line = Record<string, any>

/** The lines of a backup, without its seal. */
export const linesOf = (file: string): Line[] =>
  gunzipSync(readFileSync(file))
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
    .slice(0, -1)

/** Writes lines as a backup whose seal and, unless told otherwise, digests are right. */
export async function writeLines(file: string, lines: Line[], isCounted = true): Promise<void> {
  const counted = isCounted ? [...lines.slice(0, -1), recounted(lines)] : lines
  const bytes = gzipSync(counted.map(lineOf).join(''))
  writeFileSync(file, await buffer(Readable.from([bytes]).pipe(sealing()).pipe(new PassThrough())))
}

function recounted(lines: Line[]): Line {
  const before = lines.slice(0, -1)
  const collections: Record<string, { documents: number; sha256: string }> = {}
  for (const slug of new Set(before.filter(isDocument).map((line) => line.in as string))) {
    const own = before.filter((line) => isDocument(line) && line.in === slug)
    collections[slug] = { documents: own.length, sha256: sha256(own.map(lineOf).join('')) }
  }
  const trailer = lines.at(-1)!
  return { ...trailer, collections, sha256: sha256(before.map(lineOf).join('')) }
}

const isDocument = (line: Line) => 'document' in line
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

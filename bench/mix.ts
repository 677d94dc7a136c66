import { writeFileSync } from 'node:fs'
import { benchReportPath } from './benchReports.ts'

/** A request as a reader sends it. */
export interface MixedRequest {
  path: string
  /** `Accept-Encoding`; empty for none. */
  coding: string
  /** `If-None-Match`; empty for none. */
  etag: string
}

/** What readers are: browsers, programs that know gzip, programs that know nothing. */
const readers: readonly [coding: string, share: number][] = [
  ['gzip, deflate, br, zstd', 0.6],
  ['gzip, deflate', 0.3],
  ['', 0.1],
]

/** Of all requests, those by readers who hold the answer already. */
const holders = 0.2

/** How long a mix is before it begins again. */
const requestsInMix = 100_000

/**
 * Requests for published reports as the public makes them: the n-th most read report gets an n-th
 * of the requests of the first (Zipf's law), so of 20,000 a hundred get half.
 * @param holds gives the ETag for those who hold the answer
 */
export async function mixOf(
  reports: number,
  holds: (path: string, coding: string) => Promise<string>,
): Promise<MixedRequest[]> {
  const random = randomFrom(reports)
  const draw = zipf(reports)
  const mix: MixedRequest[] = []
  for (let at = 0; at < requestsInMix; at += 1) {
    const path = benchReportPath(draw(random()))
    const coding = readerAt(random())
    mix.push({ path, coding, etag: random() < holders ? await holds(path, coding) : '' })
  }
  return mix
}

/** One request a line, for wrk's script. */
export const writeMix = (file: string, mix: readonly MixedRequest[]): void =>
  writeFileSync(file, mix.map(({ path, coding, etag }) => `${path}\t${coding}\t${etag}\n`).join(''))

function readerAt(part: number): string {
  let upTo = 0
  for (const [coding, share] of readers) if (part < (upTo += share)) return coding
  return ''
}

/** @returns which report a number from 0 to 1 stands for */
function zipf(reports: number): (part: number) => number {
  const upTo = new Float64Array(reports)
  let sum = 0
  for (let at = 0; at < reports; at += 1) upTo[at] = sum += 1 / (at + 1)
  return (part) => {
    let [low, high] = [0, reports - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((upTo[middle] ?? 0) < part * sum) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** The same numbers in every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

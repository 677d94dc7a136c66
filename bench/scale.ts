import path from 'node:path'
import { benchReportPath } from './benchReports.ts'
import { findLoadGenerator, refuseBadRun, type LoadGenerator } from './load.ts'
import { mixOf, writeMix, type MixedRequest } from './mix.ts'
import { outputOf } from './outputOf.ts'
import { root, startServer, temporaryFolder, type RunningServer } from './processes.ts'
import { compared, type Area, type BenchResult } from './results.ts'

const sizes = [1, 1_000, 20_000] as const
type Size = (typeof sizes)[number]

const rounds = 7
const secondsOfRound = 2

/** A delivery process on a database of so many published reports, all of which were read once. */
interface Subject {
  server: RunningServer
  mixFile: string
  mix: MixedRequest[]
  /** Of the answers to the mix, on the average. */
  bytes: number
}

/** How the public API fares when there is more of it: requests of many readers, by Zipf's law. */
export const scale: Area = {
  names: ['delivery.scale.1000', 'delivery.scale', 'delivery.scale.rss'],
  run: async (wanted) => {
    const generator = findLoadGenerator()
    const subjects = new Map<Size, Subject>()
    try {
      for (const size of sizes) {
        console.error(`delivery.scale: publishing ${size} and reading each once …`)
        subjects.set(size, await prepare(size))
      }
      const { rates, memory } = await measure(subjects, generator)
      const note = `with ${generator.name}; against 1 report`
      const all: BenchResult[] = [
        compared('delivery.scale.1000', 'requests/s', of(rates, 1_000), of(rates, 1), note),
        compared('delivery.scale', 'requests/s', of(rates, 20_000), of(rates, 1), note),
        compared('delivery.scale.rss', 'MB', of(memory, 20_000), of(memory, 1), '20,000 reports'),
      ]
      return all.filter(({ name }) => wanted.includes(name))
    } finally {
      await Promise.all([...subjects.values()].map(({ server }) => server.stop()))
    }
  },
}

type Series = Map<Size, number[]>
const of = (series: Series, size: Size): number[] => series.get(size) ?? []

/** All sizes in turn, round by round; the first round only warms up. */
async function measure(subjects: Map<Size, Subject>, generator: LoadGenerator) {
  const rates: Series = new Map(sizes.map((size) => [size, []]))
  const memory: Series = new Map(sizes.map((size) => [size, []]))
  for (let round = 0; round <= rounds; round += 1) {
    for (const [size, { server, mix, mixFile, bytes }] of subjects) {
      // Each round another part of the mix.
      const offset = Math.floor((mix.length * round) / (rounds + 1))
      const run = await generator.runMix({
        ...{ url: server.url, file: mixFile, mix, offset, seconds: secondsOfRound },
      })
      refuseBadRun(`${size} reports`, run, bytes)
      if (round === 0) continue
      rates.get(size)?.push(run.perSecond)
      memory.get(size)?.push(await megabytes(server))
    }
  }
  return { rates, memory }
}

async function prepare(reports: number): Promise<Subject> {
  const folder = temporaryFolder()
  const env = {
    DATABASE_URI: `file:${path.join(folder, 'gongkai.db')}`,
    PAYLOAD_SECRET: 'only-for-the-benchmark',
    GONGKAI_ROLE: 'delivery',
    // As docs/operations.md advises for such a process.
    NODE_OPTIONS: '--max-old-space-size=192',
  }
  const filler = ['--conditions=production', path.join(root, 'dist/publications.js'), `${reports}`]
  await outputOf(process.execPath, filler, {
    env: { ...env, NODE_ENV: 'production', NODE_OPTIONS: '' },
  })
  const server = await startServer({ script: ['server.js'], env, readyPath: '/readyz' })
  try {
    await readEach(server, reports)
    const { mix, bytes } = await mixFor(server, reports)
    const mixFile = path.join(folder, 'mix')
    writeMix(mixFile, mix)
    return { server, mixFile, mix, bytes }
  } catch (error) {
    await server.stop()
    throw error
  }
}

const readers = 16

async function readEach({ url }: RunningServer, reports: number): Promise<void> {
  let next = 0
  const read = async () => {
    while (next < reports) await answerOf(url + benchReportPath(next++), 'gzip')
  }
  await Promise.all(Array.from({ length: readers }, read))
}

/** With the ETags of this server, and how long its answers are. */
async function mixFor({ url }: RunningServer, reports: number) {
  const known = new Map<string, Awaited<ReturnType<typeof answerOf>>>()
  const answer = async (path: string, coding: string) => {
    const key = `${coding} ${path}`
    const found = known.get(key) ?? (await answerOf(url + path, coding))
    known.set(key, found)
    return found
  }
  const mix = await mixOf(reports, async (path, coding) => (await answer(path, coding)).etag)
  let bytes = 0
  for (const { path, coding, etag } of mix) {
    if (!etag) bytes += (await answer(path, coding)).bytes
  }
  return { mix, bytes: bytes / mix.length }
}

/** Without looking at the body: `fetch` would undo its coding. */
async function answerOf(url: string, coding: string): Promise<{ etag: string; bytes: number }> {
  const { status, headers, body } = await fetch(url, {
    method: 'HEAD',
    headers: { 'Accept-Encoding': coding || 'identity' },
  })
  await body?.cancel()
  const [etag, length] = [headers.get('etag'), Number(headers.get('content-length'))]
  if (status !== 200 || !etag || !length) throw new Error(`${url} answers ${status}`)
  return { etag, bytes: length }
}

/** As the process itself counts it. */
async function megabytes({ url }: RunningServer): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text()
  const bytes = /^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1]
  if (!bytes) throw new Error('The metrics do not tell the memory')
  return Number(bytes) / 1024 ** 2
}

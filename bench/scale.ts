import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { benchReportPath } from './benchReports.ts'
import { findLoadGenerator, refuseBadRun, type LoadGenerator } from './load.ts'
import { mixOf, writeMix, type MixedRequest } from './mix.ts'
import { outputOf } from './outputOf.ts'
import type { PlainAnswer } from './plainMix.ts'
import { root, startServer, temporaryFolder, type RunningServer } from './processes.ts'
import { compared, type Area, type BenchResult } from './results.ts'

const sizes = [1, 1_000, 20_000] as const
type Size = (typeof sizes)[number]

const rounds = 15
const secondsOfRound = 2

/** A server, and what it is asked for. */
interface Subject extends Mix {
  server: RunningServer
  mixFile: string
}

interface Mix {
  mix: MixedRequest[]
  /** Of the answers to the mix, on the average. */
  bytes: number
  /** All that it asks for. */
  answers: PlainAnswer[]
}

const plainName = (size: Size) => `plain ${size}` as const
type Key = Size | ReturnType<typeof plainName>

/** How the public API fares when there is more of it: requests of many readers, by Zipf's law. */
export const scale: Area = {
  names: ['delivery.scale.1000', 'delivery.scale', 'delivery.scale.plain', 'delivery.scale.rss'],
  run: async (wanted) => {
    const generator = findLoadGenerator()
    const subjects = new Map<Key, Subject>()
    try {
      for (const size of sizes) {
        console.error(`delivery.scale: publishing ${size} and reading each once …`)
        subjects.set(size, await prepare(size))
      }
      for (const size of [1, 20_000] as const) {
        const subject = subjects.get(size)
        if (subject) subjects.set(plainName(size), await plain(subject))
      }
      const { rates, memory } = await measure(subjects, generator)
      const note = `with ${generator.name}; against 1 report`
      const all: BenchResult[] = [
        compared('delivery.scale.1000', 'requests/s', of(rates, 1_000), of(rates, 1), note),
        compared('delivery.scale', 'requests/s', of(rates, 20_000), of(rates, 1), note),
        compared(
          ...(['delivery.scale.plain', 'requests/s'] as const),
          ...([of(rates, plainName(20_000)), of(rates, plainName(1)), 'node:http'] as const),
        ),
        compared('delivery.scale.rss', 'MB', of(memory, 20_000), of(memory, 1), '20,000 reports'),
      ]
      return all.filter(({ name }) => wanted.includes(name))
    } finally {
      await Promise.all([...subjects.values()].map(({ server }) => server.stop()))
    }
  },
}

type Series = Map<Key, number[]>
const of = (series: Series, key: Key): number[] => series.get(key) ?? []

/** All sizes in turn, round by round; the first round only warms up. */
async function measure(subjects: Map<Key, Subject>, generator: LoadGenerator) {
  const rates: Series = new Map([...subjects.keys()].map((key) => [key, []]))
  const memory: Series = new Map(sizes.map((size) => [size, []]))
  for (let round = 0; round <= rounds; round += 1) {
    for (const [key, { server, mix, mixFile, bytes }] of subjects) {
      // Each round another part of the mix.
      const offset = Math.floor((mix.length * round) / (rounds + 1))
      const run = await generator.runMix({
        ...{ url: server.url, file: mixFile, mix, offset, seconds: secondsOfRound },
      })
      refuseBadRun(`${key} reports`, run, bytes)
      if (round === 0) continue
      rates.get(key)?.push(run.perSecond)
      if (typeof key === 'number') memory.get(key)?.push(await megabytes(server))
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
    const mix = await mixFor(server, reports)
    const mixFile = path.join(folder, 'mix')
    writeMix(mixFile, mix.mix)
    return { server, mixFile, ...mix }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** A server that does nothing but answer the same mix. */
async function plain({ answers, ...mix }: Subject): Promise<Subject> {
  const file = `${mix.mixFile}.json`
  writeFileSync(file, JSON.stringify(answers))
  const server = await startServer({ script: ['plainMix.js', file], readyPath: '/' })
  return { ...mix, answers: [], server }
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
async function mixFor({ url }: RunningServer, reports: number): Promise<Mix> {
  const known = new Map<string, PlainAnswer>()
  const answer = async (path: string, coding: string) => {
    const key = `${coding} ${path}`
    const found = known.get(key) ?? { path, coding, ...(await answerOf(url + path, coding)) }
    known.set(key, found)
    return found
  }
  const mix = await mixOf(reports, async (path, coding) => (await answer(path, coding)).etag)
  let bytes = 0
  for (const { path, coding, etag } of mix) {
    if (!etag) bytes += (await answer(path, coding)).bytes
  }
  return { mix, bytes: bytes / mix.length, answers: [...known.values()] }
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

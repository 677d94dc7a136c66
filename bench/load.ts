import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { MixedRequest } from './mix.ts'
import { outputOf } from './outputOf.ts'
import { root } from './processes.ts'

/** What one run of a load generator found. */
export interface LoadRun {
  perSecond: number
  requests: number
  /** Of headers and bodies together, as far as they were read. */
  bytes: number
  /** Answers from 400 on, and requests without an answer. */
  failures: number
}

export interface Load {
  url: string
  headers: Record<string, string>
  seconds: number
}

/** Requests one after the other as they stand in a file, from some place on. */
export interface MixedLoad {
  /** Of the server. */
  url: string
  mix: readonly MixedRequest[]
  /** The same, as bench/mix.lua reads it. */
  file: string
  offset: number
  seconds: number
}

export interface LoadGenerator {
  name: string
  run: (load: Load) => Promise<LoadRun>
  runMix: (load: MixedLoad) => Promise<LoadRun>
}

export const connections = 32
const timeoutSeconds = 10

/** wrk where it is installed, since it takes the least from what it measures; else autocannon. */
export function findLoadGenerator(searchPath = process.env.PATH ?? ''): LoadGenerator {
  const wrk = searchPath
    .split(path.delimiter)
    .map((folder) => path.join(folder, 'wrk'))
    .find((file) => existsSync(file))
  return wrk ? wrkAt(wrk) : autocannon
}

const wrkAt = (file: string): LoadGenerator => {
  const run = async (seconds: number, args: string[]) =>
    wrkRun(
      await outputOf(file, [
        ...['--threads', '1', '--connections', `${connections}`],
        ...['--duration', `${seconds}s`, '--timeout', `${timeoutSeconds}s`],
        ...args,
      ]),
    )
  return {
    name: 'wrk',
    run: ({ url, headers, seconds }) =>
      run(seconds, [
        ...Object.entries(headers).flatMap(([name, value]) => ['--header', `${name}: ${value}`]),
        url,
      ]),
    runMix: ({ url, file: mixFile, offset, seconds }) =>
      run(seconds, [
        ...['--script', path.join(root, 'bench/mix.lua'), url, '--', mixFile, `${offset}`],
      ]),
  }
}

/** What autocannon can hold of a mix without much ado. */
const mostOfMix = 5_000

const autocannon: LoadGenerator = {
  name: 'autocannon',
  run: ({ url, headers, seconds }) =>
    runAutocannon(seconds, [
      ...Object.entries(headers).flatMap(([name, value]) => ['--headers', `${name}=${value}`]),
      url,
    ]),
  runMix: ({ url, file, mix, offset, seconds }) => {
    const har = `${file}.har`
    writeFileSync(har, harOf(url, mix.slice(offset, offset + mostOfMix)))
    return runAutocannon(seconds, ['--har', har, url])
  },
}

const runAutocannon = async (seconds: number, args: string[]): Promise<LoadRun> =>
  autocannonRun(
    await outputOf(process.execPath, [
      path.join(root, 'node_modules/autocannon/autocannon.js'),
      ...['--json', '--no-progress', '--connections', `${connections}`],
      ...['--duration', `${seconds}`, '--timeout', `${timeoutSeconds}`],
      ...args,
    ]),
  )

/** The requests in the form that autocannon reads (HTTP Archive). */
function harOf(url: string, mix: readonly MixedRequest[]): string {
  const entries = mix.map(({ path: address, coding, etag }) => ({
    request: {
      method: 'GET',
      url: url + address,
      headers: [
        ...(coding ? [{ name: 'accept-encoding', value: coding }] : []),
        ...(etag ? [{ name: 'if-none-match', value: etag }] : []),
      ],
    },
  }))
  return JSON.stringify({ log: { entries } })
}

const units: Record<string, number> = { '': 1, K: 2 ** 10, M: 2 ** 20, G: 2 ** 30, T: 2 ** 40 }

/**
 * Reads what wrk 4 prints.
 * @throws when there is no result in it
 */
export function wrkRun(output: string): LoadRun {
  const total = /(\d+) requests in [\d.]+\w+, ([\d.]+)([KMGT]?)B read/.exec(output)
  const rate = /Requests\/sec:\s+([\d.]+)/.exec(output)
  if (!total || !rate) throw new Error(`wrk did not print a result:\n${output}`)
  // Both lines are there only when there is something to say.
  const refused = /Non-2xx or 3xx responses: (\d+)/.exec(output)?.[1] ?? '0'
  const socket = /Socket errors: (.*)/.exec(output)?.[1] ?? ''
  const lost = [...socket.matchAll(/\d+/g)].reduce((sum, [count]) => sum + Number(count), 0)
  return {
    perSecond: Number(rate[1]),
    requests: Number(total[1]),
    bytes: Number(total[2]) * (units[total[3] ?? ''] ?? 1),
    failures: Number(refused) + lost,
  }
}

interface AutocannonResult {
  requests: { average: number; total: number }
  throughput: { total: number }
  errors: number
  timeouts: number
  '4xx': number
  '5xx': number
}

/** Reads what autocannon prints with `--json`. */
export function autocannonRun(output: string): LoadRun {
  const result = JSON.parse(output) as AutocannonResult
  return {
    perSecond: result.requests.average,
    requests: result.requests.total,
    bytes: result.throughput.total,
    // Its errors include its timeouts.
    failures: result.errors + result['4xx'] + result['5xx'],
  }
}

const headBytes = 2_048

/**
 * A server that answers with something else than it was asked for must not win.
 * @param body how long the body of every answer has to be
 * @throws when any request failed, or the answers were too short or too long
 */
export function refuseBadRun(what: string, run: LoadRun, body: number): void {
  if (run.requests === 0) throw new Error(`${what}: no answers`)
  if (run.failures > 0) throw new Error(`${what}: ${run.failures} requests failed`)
  const each = run.bytes / run.requests
  // Not to the byte: wrk rounds what it prints, and the last answers are cut off.
  if (each < body * 0.95 || each > body * 1.5 + headBytes) {
    throw new Error(`${what}: answers of ${Math.round(each)} bytes, not of ${body}`)
  }
}

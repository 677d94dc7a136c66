import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
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

export interface LoadGenerator {
  name: string
  run: (load: Load) => Promise<LoadRun>
}

const connections = 32
const timeoutSeconds = 10

/** wrk where it is installed, since it takes the least from what it measures; else autocannon. */
export function findLoadGenerator(searchPath = process.env.PATH ?? ''): LoadGenerator {
  const wrk = searchPath
    .split(path.delimiter)
    .map((folder) => path.join(folder, 'wrk'))
    .find((file) => existsSync(file))
  return wrk ? wrkAt(wrk) : autocannon
}

const wrkAt = (file: string): LoadGenerator => ({
  name: 'wrk',
  run: async ({ url, headers, seconds }) =>
    wrkRun(
      await outputOf(file, [
        ...['--threads', '1', '--connections', `${connections}`],
        ...['--duration', `${seconds}s`, '--timeout', `${timeoutSeconds}s`],
        ...Object.entries(headers).flatMap(([name, value]) => ['--header', `${name}: ${value}`]),
        url,
      ]),
    ),
})

const autocannon: LoadGenerator = {
  name: 'autocannon',
  run: async ({ url, headers, seconds }) =>
    autocannonRun(
      await outputOf(process.execPath, [
        path.join(root, 'node_modules/autocannon/autocannon.js'),
        ...['--json', '--no-progress', '--connections', `${connections}`],
        ...['--duration', `${seconds}`, '--timeout', `${timeoutSeconds}`],
        ...Object.entries(headers).flatMap(([name, value]) => ['--headers', `${name}=${value}`]),
        url,
      ]),
    ),
}

function outputOf(command: string, args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    const chunks: Buffer[] = []
    const errors: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk))
    child.once('error', reject)
    child.once('close', (code) => {
      const output = Buffer.concat(chunks).toString('utf8')
      if (code === 0) resolve(output)
      else
        reject(
          new Error(`${command} ended with ${code}\n${output}${String(Buffer.concat(errors))}`),
        )
    })
  })
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

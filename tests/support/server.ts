import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from './freePort.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** On a fresh clone a start builds the product first. */
export const startWithinMs = 300_000
const stopWithinMs = 20_000

export interface RunningServer {
  url: string
  /** Of the demo accounts, as given to the server. */
  password: string
  /** All that it printed so far. */
  output: () => string
  /** Sends SIGTERM. @returns the exit code; `null` when it had to be killed */
  stop: () => Promise<number | null>
}

/**
 * Starts the built product as `npm start` does, on a port of its own and, unless `env` names one,
 * on an empty embedded database that goes when it stops.
 * @param env on top of what a test needs; an empty text takes a variable away
 * @throws with its output when it ends or does not get ready
 */
export async function startServer(env: Record<string, string> = {}): Promise<RunningServer> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gongkai-e2e-'))
  const port = await freePort()
  const password = env.GONGKAI_DEMO_PASSWORD ?? 'only-for-tests-1'
  const child = spawn(process.execPath, ['--conditions=production', 'scripts/start.mjs'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...outside(),
      DATABASE_URI: `file:${path.join(folder, 'gongkai.db')}`,
      PORT: String(port),
      GONGKAI_DEMO_PASSWORD: password,
      ...env,
    },
  })
  const output = collect(child)
  const exited = exitOf(child)
  // A test run that is cut short leaves no server behind.
  const killNow = () => void child.kill('SIGKILL')
  process.once('exit', killNow)
  const stop = async () => {
    child.kill('SIGTERM')
    const late = setTimeout(killNow, stopWithinMs)
    const code = await exited
    clearTimeout(late)
    process.off('exit', killNow)
    rmSync(folder, { recursive: true, force: true })
    return code
  }
  const url = `http://localhost:${port}`
  try {
    await Promise.race([
      ready(url, output),
      exited.then((code) => Promise.reject(new Error(`The server ended with ${code}`))),
    ])
  } catch (error) {
    await stop()
    throw new Error(`${String(error)}\n${output()}`, { cause: error })
  }
  return { url, password, output, stop }
}

/** The environment without what the test run has set for itself. */
function outside(): NodeJS.ProcessEnv {
  const env = { ...process.env }
  for (const name of ['NODE_OPTIONS', 'NODE_ENV', 'JEST_WORKER_ID', 'PAYLOAD_SECRET']) {
    delete env[name]
  }
  return env
}

function collect(child: ChildProcess): () => string {
  const chunks: Buffer[] = []
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk))
  return () => Buffer.concat(chunks).toString('utf8')
}

const exitOf = (child: ChildProcess) =>
  new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code))
  })

/** Ready, and through with the sample data, after which it greets. */
async function ready(url: string, output: () => string): Promise<void> {
  const until = Date.now() + startWithinMs
  while (Date.now() < until) {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined)
    if (answer?.ok && output().includes('Gongkai is up')) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('The server did not get ready')
}

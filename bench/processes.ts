import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { freePort } from '../tests/support/freePort.mjs'

/** Of the project; the bundled benchmark runs from dist/. */
export const root = process.env.APP_ROOT || process.cwd()

const readyWithinMs = 60_000
const stopWithinMs = 15_000

/** A folder that goes with the process. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gongkai-bench-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export interface RunningServer {
  url: string
  stop: () => Promise<void>
}

export interface ServerOptions {
  /** In dist/, with its arguments. */
  script: [file: string, ...args: string[]]
  /** On top of a clean environment and `PORT`. */
  env?: Record<string, string>
  /** Answers with 200 once there is something to measure. */
  readyPath: string
}

/**
 * Starts a server in a process of its own, on a free port.
 * @throws with what it printed when it ends or does not get ready
 */
export async function startServer({
  script,
  env,
  readyPath,
}: ServerOptions): Promise<RunningServer> {
  const port = await freePort()
  const [file, ...args] = script
  const child = spawn(
    process.execPath,
    ['--conditions=production', path.join(root, 'dist', file), ...args],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...outside(), ...env, PORT: String(port) },
    },
  )
  const killNow = () => void child.kill('SIGKILL')
  process.once('exit', killNow)
  const output = collect(child)
  const exited = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const url = `http://127.0.0.1:${port}`
  const stop = async () => {
    child.kill('SIGTERM')
    const late = setTimeout(killNow, stopWithinMs)
    await exited
    clearTimeout(late)
    process.off('exit', killNow)
  }
  try {
    const ended = exited.then(() => Promise.reject(new Error(`${file} ended`)))
    await Promise.race([ready(url + readyPath), ended])
  } catch (error) {
    await stop()
    throw new Error(`${String(error)}\n${output()}`, { cause: error })
  }
  return { url, stop }
}

/** The environment without the settings of the product, which may name a database that matters. */
function outside(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, SystemRoot } = process.env
  return { PATH, HOME, TMPDIR, SystemRoot, NODE_ENV: 'production', APP_ROOT: root }
}

function collect(child: ChildProcess): () => string {
  const chunks: Buffer[] = []
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk))
  return () => Buffer.concat(chunks).toString('utf8')
}

async function ready(url: string): Promise<void> {
  const until = Date.now() + readyWithinMs
  while (Date.now() < until) {
    const answer = await fetch(url).catch(() => undefined)
    await answer?.arrayBuffer()
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${url} did not get ready`)
}

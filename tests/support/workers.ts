import { build } from 'esbuild'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** Processes of their own on the database of the test, to be killed. */
export interface Workers {
  /**
   * @param flags of Node
   * @returns a process that says it is ready and waits for its orders
   */
  start(flags?: string[]): Promise<ChildProcess>
  /** Takes away what was made for them. */
  remove(): void
}

/**
 * Many processes start, each in half the time when its files are one.
 * @param script beside this file
 */
export async function workersOf(script: string): Promise<Workers> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gongkai-worker-'))
  const bundled = path.join(folder, 'worker.mjs')
  symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'), 'junction')
  await build({
    entryPoints: [fileURLToPath(new URL(script, import.meta.url))],
    outfile: bundled,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
  })
  return {
    async start(flags = []) {
      const child = spawn(process.execPath, ['--conditions=production', ...flags, bundled], {
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
        // The schema is there already; no worker has to see to it.
        env: { ...process.env, NODE_OPTIONS: '', PAYLOAD_MIGRATING: 'true' },
      })
      await once(child, 'message')
      return child
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Lets nothing run any more: no handler, no answer, no last write. */
export async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

// What has to be there before anything runs: packages, and for the server a build. Uses Node.js
// alone, since on a fresh clone there is nothing else.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const at = (...parts) => path.join(root, ...parts)
const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')

/** Takes settings from a file named .env, if there is one; the environment itself goes before. */
export function loadSettings() {
  if (existsSync(at('.env'))) process.loadEnvFile(at('.env'))
}

/** Installs from the lock file, unless what is installed is what the lock file says. */
export function ensureInstalled() {
  const stamp = at('node_modules/.gongkai-lock')
  const lock = digestOf([at('package-lock.json')])
  if (read(stamp) === lock) return
  console.error('Installing packages from the lock file …')
  run('npm', ['ci', '--no-audit', '--no-fund', '--include=dev', '--loglevel=error'])
  writeFileSync(stamp, lock)
}

const buildStamp = at('.next/gongkai-sources')
const sources = () =>
  digestOf(
    ['src', 'payload.config.ts', 'next.config.ts', 'tsconfig.json', 'package-lock.json'].map(
      (name) => at(name),
    ),
  )

/** Builds the admin, unless the sources are those of the last build. */
export async function ensureBuilt() {
  if (read(buildStamp) !== sources()) {
    console.error('Building the admin (about a minute, once) …')
    build()
  }
  await bundle()
}

export function build() {
  run(process.execPath, [at('node_modules/next/dist/bin/next'), 'build'], {
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_OPTIONS: '--conditions=production',
  })
  writeFileSync(buildStamp, sources())
}

/** Bundles the server and the commands into dist/; takes some ten milliseconds. */
export async function bundle() {
  const { build: esbuild } = await import('esbuild')
  const entries = [
    'src/server.ts',
    'src/commands/import.ts',
    'src/commands/backup.ts',
    'src/commands/restore.ts',
    ...['bench', 'baseline', 'plainMix', 'publications', 'steady'].map(
      (name) => `bench/${name}.ts`,
    ),
    'src/delivery/search/scanWorker.js', // the file that a thread is started from
  ]
  await esbuild({
    absWorkingDir: root,
    entryPoints: entries.filter((entry) => existsSync(at(entry))),
    entryNames: '[name]',
    outdir: 'dist',
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    alias: { '@payload-config': './payload.config.ts' },
    logLevel: 'warning',
  })
}

function run(command, args, env = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    // What set-up says is not what a command prints.
    stdio: ['ignore', 2, 2],
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  })
  if (error) throw error
  if (status !== 0) process.exit(status ?? 1)
}

function digestOf(paths) {
  const hash = createHash('sha256').update(process.version)
  const add = (file) => {
    if (statSync(file).isDirectory()) {
      for (const name of readdirSync(file).sort()) add(path.join(file, name))
      return
    }
    hash.update(path.relative(root, file)).update('\0').update(readFileSync(file))
  }
  for (const file of paths) add(file)
  return hash.digest('hex')
}

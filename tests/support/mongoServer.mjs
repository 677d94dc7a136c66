// A MongoDB for the tests: the one that TEST_MONGODB_URI names, else a mongod of this machine as a
// replica set of one, else FerretDB built with Go (tests/support/ferretdb).
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from './freePort.mjs'

const here = path.dirname(fileURLToPath(import.meta.url))
const has = (command, ...args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0

/**
 * @returns {Promise<{ uri: string, name: string, stop: () => Promise<void> } | undefined>}
 *   `undefined` when this machine has none and cannot make one
 */
export async function startMongo() {
  const given = process.env.TEST_MONGODB_URI
  if (given) return { uri: given, name: 'the server of TEST_MONGODB_URI', stop: async () => {} }
  if (has('mongod', '--version')) return startMongod()
  if (has('go', 'version')) return startFerret()
  return undefined
}

async function startMongod() {
  const folder = temporaryFolder()
  const port = await freePort()
  const server = await start(
    'mongod',
    ['--dbpath', folder, '--port', String(port), '--replSet', 'rs0'],
    /Waiting for connections/,
  )
  const { MongoClient } = await import('mongodb')
  const uri = `mongodb://127.0.0.1:${port}/`
  const client = new MongoClient(`${uri}?directConnection=true`)
  const admin = client.db('admin')
  await admin.command({
    replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host: `127.0.0.1:${port}` }] },
  })
  while (!(await admin.command({ hello: 1 })).isWritablePrimary) await pause()
  await client.close()
  return {
    uri: `${uri}?replicaSet=rs0`,
    name: 'mongod, a replica set of one',
    stop: () => end(server, folder),
  }
}

/** Runs a command of Go on the stand-in; @returns what it prints */
const go = (...args) =>
  execFileSync('go', args, {
    cwd: path.join(here, 'ferretdb'),
    stdio: ['ignore', 'pipe', 2],
    encoding: 'utf8',
  }).trim()

/** What is put in another way in the back end of FerretDB: [file, what stands there, what shall]. */
const changes = [
  [
    'collection.go',
    '\tq += whereClause\n',
    '\tif whereClause == "" {\n\t\twhereClause, args = narrow(params.Filter)\n\t}\n\tq += whereClause\n',
  ],
  // The index of the ids is on the second of two expressions that mean the same.
  ['metadata/metadata.go', `"->'$._id'"`, '`->"_id"`'],
]

/**
 * FerretDB v1 reads a whole collection for nearly all that it is asked, by id or otherwise. In a copy,
 * the one place that asks SQLite is given a WHERE (ferretdb/_backend/narrow.go).
 *
 * @param {string} folder where the copy is kept
 * @returns {string} a go.mod that puts the copy in the place of FerretDB
 */
function narrowed(folder) {
  const ferretdb = 'github.com/FerretDB/FerretDB'
  go('mod', 'download')
  const copy = path.join(folder, 'source')
  cpSync(go('list', '-m', '-f', '{{.Dir}}', ferretdb), copy, { recursive: true })
  // Go keeps its modules read-only.
  for (const file of ['', ...readdirSync(copy, { recursive: true })]) {
    chmodSync(path.join(copy, file), 0o700)
  }
  const backend = path.join(copy, 'internal/backends/sqlite')
  for (const [name, before, after] of changes) {
    const file = path.join(backend, name)
    const source = readFileSync(file, 'utf8')
    if (!source.includes(before)) throw new Error(`${name} of FerretDB is not what it was`)
    writeFileSync(
      file,
      source.replace(before, () => after),
    )
  }
  cpSync(path.join(here, 'ferretdb/_backend/narrow.go'), path.join(backend, 'narrow.go'))

  const modules = path.join(folder, 'go.mod')
  cpSync(path.join(here, 'ferretdb/go.mod'), modules)
  cpSync(path.join(here, 'ferretdb/go.sum'), path.join(folder, 'go.sum'))
  go('mod', 'edit', `-replace=${ferretdb}=${copy}`, modules)
  return modules
}

async function startFerret() {
  const folder = temporaryFolder()
  const program = path.join(folder, process.platform === 'win32' ? 'ferretdb.exe' : 'ferretdb')
  console.error('Building FerretDB, a stand-in for MongoDB (about a minute, once) …')
  const modules = `-modfile=${narrowed(folder)}`
  go('build', modules, '-tags', 'ferretdb_no_postgresql', '-o', program, '.')
  const server = await start(program, [path.join(folder, 'data')], /^mongodb:\S+/)
  return {
    uri: server.line,
    name: 'FerretDB v1, without transactions',
    stop: () => end(server, folder),
  }
}

const temporaryFolder = () => mkdtempSync(path.join(os.tmpdir(), 'gongkai-mongo-'))
const pause = () => new Promise((resolve) => setTimeout(resolve, 100))

/** Resolves with the first line that says that it is up. */
function start(command, args, isUp) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((resolve, reject) => {
    let output = ''
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`${command} ended with ${code}\n${output}`)))
    child.stdout.on('data', (chunk) => {
      output += chunk
      const line = output.split('\n').find((each) => isUp.test(each))
      if (line) resolve({ child, line: line.trim() })
      if (output.length > 100_000) output = ''
    })
  })
}

async function end({ child }, folder) {
  child.removeAllListeners('exit')
  const ended = new Promise((resolve) => child.once('exit', resolve))
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGTERM')
    await ended
  }
  rmSync(folder, { recursive: true, force: true })
}

import { Worker } from 'node:worker_threads'
import { searchBusy } from '../problem.ts'
import type { Scan, TextQuery } from './Search.ts'
import { globOf } from './words.ts'

/** More would wait for longer than people do. */
const mostWaiting = 20

interface Answer {
  id: number
  ids?: string
  error?: string
}

interface Waiting {
  resolve: (ids: string[]) => void
  reject: (error: Error) => void
}

/**
 * SQLite is called synchronously, and a pass over many texts takes a while: so it is made in a
 * thread with a connection of its own, one after the other.
 * @param url `file:` URL of the database
 */
export function scanSqlite(url: string): Scan {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let last = 0

  const failAll = (error: Error) => {
    worker = undefined
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  const start = () => {
    // Beside this file, and beside the bundle: see scripts/setUp.mjs.
    const started = new Worker(new URL('./scanWorker.js', import.meta.url), { workerData: { url } })
    started.on('message', ({ id, ids, error }: Answer) => {
      const { resolve, reject } = waiting.get(id) ?? {}
      waiting.delete(id)
      if (ids === undefined) reject?.(new Error(error))
      else resolve?.(ids === '' ? [] : ids.split(' '))
    })
    started.on('error', failAll)
    started.unref() // a search that nobody waits for any more keeps no process alive
    return started
  }

  return (query) =>
    new Promise((resolve, reject) => {
      if (waiting.size >= mostWaiting) throw searchBusy()
      worker ??= start()
      const id = ++last
      waiting.set(id, { resolve, reject })
      worker.postMessage({ id, ...statementOf(query) })
    })
}

/** The names of table and columns are Payload's, of the collection `publications`. */
function statementOf({ words, organization, region, year }: TextQuery) {
  const filters: [sql: string, value: string | number | undefined][] = [
    ['organization_slug = ?', organization],
    ['region = ?', region],
    ['year = ?', year],
    ...words.map((word): [string, string] => ['search_text GLOB ?', globOf(word)]),
  ]
  const given = filters.filter(([, value]) => value !== undefined)
  const where = ["state = 'current'", ...given.map(([sql]) => sql)].join(' AND ')
  // One text instead of thousands of rows: it is handed over between threads at once.
  const sql = `SELECT group_concat(id, ' ') AS ids FROM
    (SELECT id FROM publications WHERE ${where} ORDER BY published_at DESC, id DESC)`
  return { sql, args: given.map(([, value]) => value) }
}

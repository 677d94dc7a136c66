// Runs one query after the other on a connection of its own, so that the event loop of the server
// goes on. JavaScript, since a thread is started from a file as it stands.
import { createClient } from '@libsql/client'
import { parentPort, workerData } from 'node:worker_threads'

const client = createClient({ url: workerData.url })
await client.execute('PRAGMA query_only = ON')
await client.execute('PRAGMA busy_timeout = 5000')

parentPort.on('message', async ({ id, sql, args }) => {
  try {
    const { rows } = await client.execute({ sql, args })
    parentPort.postMessage({ id, ids: rows[0]?.ids ?? '' })
  } catch (error) {
    parentPort.postMessage({ id, error: String(error) })
  }
})

import { createClient, LibsqlError, type Client } from '@libsql/client'
import { existsSync } from 'node:fs'
import { isBusy, isGone } from './errors.ts'

/** SQLite's own waiting stops the event loop, so there is next to none: we wait between tries. */
const busyTimeoutMs = 5
const pauseMs = { least: 2, most: 30 }
const patienceMs = 30_000

/** One connection to the file, with its pragmas, opened anew where it had to be given up. */
export class Connection {
  readonly #url: string
  #client: Client | undefined
  #opening: Promise<Client> | undefined
  #wasOpen = false

  private constructor(url: string) {
    this.#url = url
  }

  static async open(url: string): Promise<Connection> {
    const connection = new Connection(url)
    await connection.#retry(() => connection.#connected())
    return connection
  }

  /**
   * Runs what only reads, outside a transaction.
   * @throws what the last try threw, after half a minute
   */
  read<T>(run: (client: Client) => Promise<T>): Promise<T> {
    return this.#retry(() => this.#use(run))
  }

  /**
   * Runs one statement that writes, or begins a transaction, and waits while another process
   * writes.
   * @throws what the last try threw, after half a minute
   */
  write<T>(run: (client: Client) => Promise<T>): Promise<T> {
    return this.#retry(async () => {
      await this.#askForTheLock()
      return this.#use(run)
    })
  }

  /** Closing rolls back what is open. The next use opens a new connection. */
  giveUp(): void {
    this.#client?.close()
    this.#client = undefined
  }

  /** Moves what is in the log into the file, as far as nobody else reads it, and closes. */
  close(): void {
    // libsql works at once, whatever the promise says; and it closes late, so SQLite would not do it.
    this.#client?.executeMultiple('PRAGMA wal_checkpoint(TRUNCATE)').catch(() => {})
    this.giveUp()
  }

  /**
   * A statement that met SQLITE_BUSY stays open in libsql 0.14, and whatever is committed after it
   * on the same connection is not, without a word. What is run as a script does not, so a script
   * asks whether the file is free; libsql rolls back what it begins.
   */
  async #askForTheLock(): Promise<void> {
    const client = await this.#connected()
    await client.executeMultiple('BEGIN IMMEDIATE')
  }

  async #use<T>(run: (client: Client) => Promise<T>): Promise<T> {
    const client = await this.#connected()
    try {
      return await run(client)
    } catch (error) {
      if (isBusy(error) || isGone(error)) this.giveUp()
      throw error
    }
  }

  async #retry<T>(attempt: () => Promise<T>): Promise<T> {
    const deadline = Date.now() + patienceMs
    for (let tries = 1; ; tries += 1) {
      try {
        return await attempt()
      } catch (error) {
        if (!isBusy(error) || Date.now() > deadline) throw error
      }
      await pause(tries)
    }
  }

  async #connected(): Promise<Client> {
    // SQLite would make a new, empty file in the place of one that was taken away.
    if (!this.#client && this.#wasOpen && !existsSync(this.#url.replace(/^file:(\/\/)?/, ''))) {
      throw new LibsqlError('The database file is gone', 'SQLITE_CANTOPEN')
    }
    if (this.#client) return this.#client
    this.#opening ??= connect(this.#url).finally(() => (this.#opening = undefined))
    this.#client = await this.#opening
    this.#wasOpen = true
    return this.#client
  }
}

/** Longer from try to try, and never the same for two processes. */
const pause = (tries: number) =>
  new Promise((resolve) => {
    const upTo = Math.min(pauseMs.most, pauseMs.least * tries)
    setTimeout(resolve, pauseMs.least + Math.random() * upTo)
  })

async function connect(url: string): Promise<Client> {
  const client = createClient({ url })
  try {
    await client.execute(`PRAGMA busy_timeout = ${busyTimeoutMs}`)
    await client.execute('PRAGMA journal_mode = WAL')
    await client.execute('PRAGMA synchronous = NORMAL')
    await client.execute('PRAGMA foreign_keys = ON')
    return client
  } catch (error) {
    client.close()
    throw error
  }
}

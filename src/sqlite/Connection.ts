import { createClient, LibsqlError, type Client } from '@libsql/client'

/** SQLite's own waiting stops the event loop, so it is short and we wait between tries. */
const busyTimeoutMs = 1_000
const pauseMs = 20
const patienceMs = 30_000

/** One connection to the file, with its pragmas. */
export class Connection {
  readonly #url: string
  #client: Client

  private constructor(url: string, client: Client) {
    this.#url = url
    this.#client = client
  }

  static async open(url: string): Promise<Connection> {
    return new Connection(url, await connect(url))
  }

  /** For statements within a transaction that this connection has begun. */
  get client(): Client {
    return this.#client
  }

  /**
   * Runs one statement outside a transaction, or begins one, and waits while another process writes.
   * A statement that met SQLITE_BUSY stays open in libsql 0.14, and whatever is committed after it
   * on the same connection is not, without a word: so the connection is given up for a new one.
   * @throws what the last try threw, after half a minute
   */
  async whenFree<T>(run: (client: Client) => Promise<T>): Promise<T> {
    const deadline = Date.now() + patienceMs
    for (;;) {
      try {
        return await run(this.#client)
      } catch (error) {
        if (!isBusy(error)) throw error
        this.#client.close()
        this.#client = await connect(this.#url)
        if (Date.now() > deadline) throw error
        await new Promise((resolve) => setTimeout(resolve, pauseMs))
      }
    }
  }

  close(): void {
    this.#client.close()
  }
}

const isBusy = (error: unknown) =>
  error instanceof LibsqlError && error.code.startsWith('SQLITE_BUSY')

async function connect(url: string): Promise<Client> {
  const client = createClient({ url })
  await client.execute(`PRAGMA busy_timeout = ${busyTimeoutMs}`)
  await client.execute('PRAGMA journal_mode = WAL')
  await client.execute('PRAGMA synchronous = NORMAL')
  await client.execute('PRAGMA foreign_keys = ON')
  return client
}

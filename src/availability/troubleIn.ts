/** What drivers say when the database cannot be asked, by the names and codes that they give. */
const names =
  /^Mongo(ServerSelection|Network|NetworkTimeout|NotConnected|PoolCleared|PoolClosed|TopologyClosed|WaitQueueTimeout)/
const codes =
  /^(SQLITE_(BUSY|LOCKED|IOERR|CANTOPEN|READONLY|NOTADB)|GONGKAI_(NO_TURN|WRITER_LOST)|ECONN(REFUSED|RESET)|EPIPE|ETIMEDOUT)/
const full = /^(SQLITE_FULL|ENOSPC|EDQUOT)/

/** Codes of MongoDB: stepping down, shutting down, not a primary any more. */
const passing = new Set([91, 189, 10107, 11600, 11602, 13435, 13436])

/** Code of MongoDB: out of disk space. */
const outOfSpace = 14031

export type Trouble = 'away' | 'full'

/**
 * Looks whether an error means that the database cannot be asked for the present, or that its disk
 * is full, whatever it is wrapped in, by us or by GraphQL.
 */
export function troubleIn(error: unknown): Trouble | undefined {
  for (
    let looked = 0, at = error;
    isRecord(at) && looked < 10;
    looked += 1, at = at.cause ?? at.originalError
  ) {
    const { name, code } = at
    if (code === outOfSpace || (typeof code === 'string' && full.test(code))) return 'full'
    if (typeof code === 'number' && passing.has(code)) return 'away'
    if (typeof code === 'string' && codes.test(code)) return 'away'
    if (typeof name === 'string' && names.test(name)) return 'away'
  }
  return undefined
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

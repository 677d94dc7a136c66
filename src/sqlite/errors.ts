/** By its code alone: libsql has a class of its own for errors, but not of what gives rows back. */
function hasCode(error: unknown, codes: RegExp): boolean {
  const { code } = (error ?? {}) as { code?: unknown }
  return typeof code === 'string' && codes.test(code)
}

/** Another connection holds the lock. */
export const isBusy = (error: unknown): boolean => hasCode(error, /^SQLITE_BUSY/)

/** The file cannot be read or written for the present. */
export const isGone = (error: unknown): boolean =>
  hasCode(error, /^SQLITE_(IOERR|CANTOPEN|NOTADB|CORRUPT|READONLY|NOMEM)/)

/** SQLite may have rolled the transaction back by itself: what follows would stand alone. */
export const endsTransaction = (error: unknown): boolean =>
  isBusy(error) || isGone(error) || hasCode(error, /^SQLITE_(FULL|INTERRUPT|ABORT)/)

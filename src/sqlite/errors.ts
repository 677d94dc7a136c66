import { LibsqlError } from '@libsql/client'

const hasCode = (error: unknown, codes: RegExp): boolean =>
  error instanceof LibsqlError && codes.test(error.code)

/** Another connection holds the lock. */
export const isBusy = (error: unknown): boolean => hasCode(error, /^SQLITE_BUSY/)

/** The file cannot be read or written for the present. */
export const isGone = (error: unknown): boolean =>
  hasCode(error, /^SQLITE_(IOERR|CANTOPEN|NOTADB|CORRUPT|READONLY|NOMEM)/)

/** SQLite may have rolled the transaction back by itself: what follows would stand alone. */
export const endsTransaction = (error: unknown): boolean =>
  isBusy(error) || isGone(error) || hasCode(error, /^SQLITE_(FULL|INTERRUPT|ABORT)/)

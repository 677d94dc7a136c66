const writeConflict = 112

/**
 * Whether MongoDB refused one of two transactions that write the same, and leaves trying again to
 * the caller.
 * @param error whatever it is wrapped in, by us or by GraphQL
 */
export function isConflict(error: unknown): boolean {
  const { errorLabels, code, cause, originalError } = (error ?? {}) as Record<string, unknown>
  const isLabelled = Array.isArray(errorLabels) && errorLabels.includes('TransientTransactionError')
  if (isLabelled || code === writeConflict) return true
  return [cause, originalError].some((within) => within !== undefined && isConflict(within))
}

/** The work was run anew as often as makes sense, and conflicted each time. */
export class StillConflicting extends Error {
  constructor(cause: unknown) {
    super('Others wrote the same at every try', { cause })
    this.name = 'StillConflicting'
  }
}

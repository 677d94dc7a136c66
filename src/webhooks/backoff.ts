/** The first pause between two tries; each further one is twice as long. */
export const firstPauseMs = 10_000

/** The first try and those that follow: the last one is some 23 hours after it. */
export const mostTries = 14

/** @param tries that failed so far, at least 1 */
export const pauseAfter = (tries: number): number => firstPauseMs * 2 ** (tries - 1)

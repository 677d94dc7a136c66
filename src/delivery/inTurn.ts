import { setImmediate } from 'node:timers/promises'

let last: Promise<unknown> = Promise.resolve()

/**
 * Runs work that keeps the processor busy for some tens of milliseconds after all that was handed in
 * before. Between two of them whoever waits for anything else is served: somebody who fetches every
 * file of every report must not hold up the rest.
 * @returns what the work comes to
 */
export function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const result = last.then(() => setImmediate()).then(work)
  last = result.catch(() => undefined)
  return result
}

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { guardedStore } from '../../../src/delivery/guardedStore.ts'
import { Problem } from '../../../src/delivery/problem.ts'
import type { PublicationStore } from '../../../src/delivery/PublicationStore.ts'

/** A database that is there, and is asked one thing. */
function guarded(lastChange: () => Promise<number>) {
  const log = jest.fn<(error: unknown) => void>()
  const watch = { isAway: false, look: () => Promise.resolve(true) }
  return { log, store: guardedStore({ lastChange } as PublicationStore, watch, log) }
}

beforeEach(() => void jest.useFakeTimers())
afterEach(() => void jest.useRealTimers())

describe('a question to the database', () => {
  it('is answered with 503 when it takes too long, and the reason is written down', async () => {
    const { log, store } = guarded(() => new Promise(() => {}))
    const answer = expect(store.lastChange()).rejects.toMatchObject({ status: 503 })
    await jest.advanceTimersByTimeAsync(5_000)
    await answer
    expect(log).toHaveBeenCalledWith(
      expect.objectContaining({ message: 'No answer within 5000 ms' }),
    )
  })

  it('that is refused, or that we asked wrongly, is answered as it is', async () => {
    for (const error of [new Problem(404, '没有'), new TypeError('a mistake of ours')]) {
      const { log, store } = guarded(() => Promise.reject(error))
      await expect(store.lastChange()).rejects.toBe(error)
      expect(log).not.toHaveBeenCalled()
    }
  })
})

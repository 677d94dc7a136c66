import { afterEach, describe, expect, it, jest } from '@jest/globals'
import { calculateBackoffWaitUntil } from '../../../node_modules/payload/dist/queues/errors/calculateBackoffWaitUntil.js'
import { firstPauseMs, mostTries, pauseAfter } from '../../../src/webhooks/backoff.ts'
import { Patience } from '../../../src/webhooks/Patience.ts'

const hour = 3_600_000

afterEach(() => void jest.useRealTimers())

describe('the pauses between tries', () => {
  it('double, and reach over about a day', () => {
    const pauses = Array.from({ length: mostTries - 1 }, (_, i) => pauseAfter(i + 1))
    expect(pauses.slice(0, 4)).toEqual([10_000, 20_000, 40_000, 80_000])
    const whole = pauses.reduce((sum, pause) => sum + pause, 0)
    expect(whole).toBeGreaterThan(20 * hour)
    expect(whole).toBeLessThan(28 * hour)
  })

  it.each([1, 5, 13])('are those that Payload keeps for a job, after %d tries', (tries) => {
    jest.useFakeTimers({ now: 1_000_000 })
    const retriesConfig = {
      attempts: mostTries - 1,
      backoff: { type: 'exponential' as const, delay: firstPauseMs },
    }
    const until = calculateBackoffWaitUntil({ retriesConfig, totalTried: tries - 1 })
    expect(until.getTime() - 1_000_000).toBe(pauseAfter(tries))
  })
})

describe('patience with a receiver', () => {
  const now = 1_000_000

  it('leaves it in peace after the third failure, longer each time, ten minutes at most', () => {
    const patience = new Patience()
    const rests = Array.from({ length: 12 }, () => {
      patience.failed('a', now)
      return (patience.restOf('a', now)?.getTime() ?? now) - now
    })
    expect(rests).toEqual([
      ...[0, 0, 10_000, 20_000, 40_000, 80_000],
      ...[160_000, 320_000, 600_000, 600_000, 600_000, 600_000],
    ])
    expect(patience.restOf('b', now)).toBeUndefined()
  })

  it('lets one try through when the rest is over, and all when that one got an answer', () => {
    const patience = new Patience()
    for (let i = 0; i < 3; i += 1) patience.failed('a', now)
    const later = now + 10_001
    expect(patience.restOf('a', later)).toBeUndefined()
    expect(patience.restOf('a', later)).toEqual(new Date(later + 15_000))
    patience.forget('a')
    expect(patience.restOf('a', later)).toBeUndefined()
    expect(patience.restOf('a', later)).toBeUndefined()
  })
})

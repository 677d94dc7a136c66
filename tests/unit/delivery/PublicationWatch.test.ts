import { afterEach, describe, expect, it } from '@jest/globals'
import type { Change } from '../../../src/delivery/PublicationStore.ts'
import { PublicationWatch, type WatchOptions } from '../../../src/delivery/PublicationWatch.ts'

const change = (sequence: number, id = `publication-${sequence}`): Change => ({
  ...{ id, sequence, organization: `organ-${sequence}`, year: 2021 },
})
const upTo = (last: number) => Array.from({ length: last }, (_, at) => change(at + 1))

let watch: PublicationWatch | undefined
afterEach(() => watch?.stop())

/** A watch over numbers that the test sets; it looks when it is told to. */
function watching(first: Change[], options: WatchOptions = {}) {
  const database = { numbers: first, failure: undefined as Error | undefined, asked: 0 }
  const told: (string | number[])[] = []
  const store = {
    async changes(from: number | undefined, limit: number) {
      database.asked += 1
      if (database.failure) throw database.failure
      const sorted = [...database.numbers].sort((a, b) => a.sequence - b.sequence)
      return from === undefined
        ? sorted.reverse().slice(0, limit)
        : sorted.filter(({ sequence }) => sequence >= from).slice(0, limit)
    },
  }
  const made = new PublicationWatch(
    store,
    {
      changed: (changes) => told.push(changes.map(({ sequence }) => sequence)),
      anew: () => told.push('anew'),
      away: () => told.push('away'),
    },
    { everyMs: 60_000, ...options },
  )
  watch = made
  return { watch: made, database, told }
}

describe('what is told of the publications', () => {
  const cases: [what: string, before: Change[], after: Change[], told: (string | number[])[]][] = [
    ['nothing while nothing comes', upTo(3), upTo(3), []],
    ['what was published', upTo(3), upTo(5), [[4, 5]]],
    [
      'a withdrawal, which takes a new number',
      upTo(3),
      [change(1), change(3), change(4, 'publication-2')],
      [[4]],
    ],
    ['a withdrawal of the very last one', upTo(3), [...upTo(2), change(4, 'publication-3')], [[4]]],
    ['the first publication of all', [], upTo(1), ['anew']],
    ['nothing while there is nothing', [], [], []],
    ['to begin anew when the numbers went back', upTo(9), upTo(4), ['anew']],
    [
      'to begin anew when they went back and came as far again',
      upTo(9),
      [...upTo(8), change(9, 'another')],
      ['anew'],
    ],
    [
      'to begin anew when they went back and came further',
      upTo(9),
      [...upTo(4), ...Array.from({ length: 9 }, (_, at) => change(at + 5, `other-${at}`))],
      ['anew'],
    ],
    ['to begin anew when everything is gone', upTo(9), [], ['anew']],
    ['to begin anew rather than of very many', upTo(9), upTo(500), ['anew']],
  ]
  it.each(cases)('is %s', async (_, before, after, expected) => {
    const { watch, database, told } = watching(before)
    await watch.start()
    expect(told.splice(0)).toEqual(['anew'])
    database.numbers = after
    await watch.look()
    expect(told).toEqual(expected)
    await watch.look()
    expect(told).toEqual(expected)
    expect(watch.sequence).toBe(Math.max(0, ...after.map(({ sequence }) => sequence)))
  })
})

describe('a database that is away', () => {
  it('is given a second chance, told of once, and caught up with when it is back', async () => {
    const { watch, database, told } = watching(upTo(3))
    await watch.start()
    told.length = 0
    database.failure = new Error('gone')
    expect(await watch.look()).toBe(false)
    expect([watch.isAway, watch.isFollowing]).toEqual([false, true])
    await watch.look()
    await watch.look()
    expect([watch.isAway, watch.isFollowing]).toEqual([true, true])
    expect(told.splice(0)).toEqual(['away'])
    database.failure = undefined
    database.numbers = upTo(4)
    expect(await watch.look()).toBe(true)
    expect(watch.isAway).toBe(false)
    expect(told).toEqual([[4]])
  })

  it('makes all be forgotten after a while, and nothing be remembered until it is back', async () => {
    const { watch, database, told } = watching(upTo(3), { rememberForMs: 30 })
    database.failure = new Error('gone')
    await watch.start()
    expect([watch.isFollowing, told]).toEqual([false, []])
    database.failure = undefined
    await watch.look()
    expect([watch.isFollowing, told.splice(0)]).toEqual([true, ['anew']])
    database.failure = new Error('gone')
    await watch.look()
    while (watch.isFollowing) await new Promise((resolve) => setTimeout(resolve, 5))
    expect(told.splice(0)).toEqual(['anew'])
    database.failure = undefined
    await watch.look()
    expect([watch.isFollowing, told]).toEqual([true, ['anew']])
  })
})

describe('looking', () => {
  it('is done once at a time', async () => {
    const { watch, database } = watching(upTo(3))
    await watch.start()
    database.asked = 0
    await Promise.all([watch.look(), watch.look(), watch.look()])
    expect(database.asked).toBe(1)
  })

  it('fails when it takes too long, and what comes too late is not told', async () => {
    const told: string[] = []
    let answer: (changes: Change[]) => void = () => {}
    const late = new Promise<Change[]>((resolve) => (answer = resolve))
    watch = new PublicationWatch(
      { changes: () => late },
      { changed: () => told.push('changed'), anew: () => told.push('anew') },
      { lookWithinMs: 20 },
    )
    expect(await watch.look()).toBe(false)
    answer(upTo(5))
    await late
    expect([watch.isFollowing, told]).toEqual([false, []])
  })

  it('ends with the watch', async () => {
    const { watch, database } = watching(upTo(3), { everyMs: 1 })
    await watch.start()
    while (database.asked < 4) await new Promise((resolve) => setTimeout(resolve, 1))
    await watch.stop()
    const { asked } = database
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(database.asked).toBe(asked)
    expect(watch.isFollowing).toBe(false)
  })
})

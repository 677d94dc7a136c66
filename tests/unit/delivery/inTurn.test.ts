import { describe, expect, it } from '@jest/globals'
import { inTurn } from '../../../src/delivery/inTurn.ts'

describe('work in turn', () => {
  it('is done one after the other, with others served between, whatever fails', async () => {
    const happened: string[] = []
    const work =
      (name: string, fails = false) =>
      async () => {
        happened.push(`${name} begins`)
        await Promise.resolve()
        happened.push(`${name} ends`)
        if (fails) throw new Error(name)
        return name
      }
    const results = Promise.allSettled([
      inTurn(work('first')),
      inTurn(work('second', true)),
      inTurn(work('third')),
    ])
    setImmediate(() => setImmediate(() => happened.push('another reader')))
    expect((await results).map(({ status }) => status)).toEqual([
      ...['fulfilled', 'rejected', 'fulfilled'],
    ])
    const own = happened.filter((line) => line !== 'another reader')
    expect(own).toEqual(
      ['first', 'second', 'third'].flatMap((name) => [`${name} begins`, `${name} ends`]),
    )
    expect(happened.indexOf('another reader')).toBeGreaterThan(0)
    expect(happened.at(-1)).toBe('third ends')
  })
})

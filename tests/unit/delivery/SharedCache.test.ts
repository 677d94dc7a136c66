import { beforeEach, describe, expect, it } from '@jest/globals'
import { SharedCache } from '../../../src/delivery/SharedCache.ts'

interface Made {
  by: string
}

let cache: SharedCache<Made>
beforeEach(() => {
  cache = new SharedCache({ max: 10 })
})

/** Something being made that the test ends when it likes. */
function making(by: string) {
  let end: (made: Made) => void = () => {}
  const promise = new Promise<Made>((resolve) => {
    end = resolve
  })
  return { make: () => promise, end: () => end({ by }) }
}
const never = () => Promise.reject(new Error('made again'))

describe('what is shared', () => {
  it('is made once for all who ask meanwhile, and for those who ask later', async () => {
    const first = making('first')
    const asked = [cache.get('a', first.make), cache.get('a', never)]
    first.end()
    expect(await Promise.all(asked)).toEqual([{ by: 'first' }, { by: 'first' }])
    expect(cache.get('a', never)).toEqual({ by: 'first' })
  })

  it.each(['forget', 'clear'] as const)(
    'is not kept when it was begun before a %s, even if it ends amid the next',
    async (verb) => {
      const before = making('before')
      const after = making('after')
      const asked = [cache.get('a', before.make)]
      cache[verb]('a')
      asked.push(cache.get('a', after.make))
      before.end()
      await asked[0]
      const meanwhile = cache.get('a', never)
      after.end()
      expect(await meanwhile).toEqual({ by: 'after' })
      expect(await cache.get('a', never)).toEqual({ by: 'after' })
    },
  )

  it('is made again after a failure', async () => {
    await expect(cache.get('a', never)).rejects.toThrow('made again')
    expect(await cache.get('a', () => Promise.resolve({ by: 'second' }))).toEqual({ by: 'second' })
  })
})

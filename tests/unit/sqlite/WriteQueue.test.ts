import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { NoTurn, WriteQueue } from '../../../src/sqlite/WriteQueue.ts'

beforeEach(() => void jest.useFakeTimers())
afterEach(() => void jest.useRealTimers())

describe('the right to write', () => {
  it('is given to one after the other, in the order of their asking', async () => {
    const queue = new WriteQueue()
    const first = await queue.take()
    const order: string[] = []
    const others = ['second', 'third'].map((name) => queue.run(async () => void order.push(name)))
    await jest.advanceTimersByTimeAsync(1_000)
    expect(order).toEqual([])
    first()
    await Promise.all(others)
    expect(order).toEqual(['second', 'third'])
  })

  it('is not waited for longer than half a minute, and whoever gave up keeps nobody', async () => {
    const queue = new WriteQueue()
    const first = await queue.take()
    const refused = expect(queue.take()).rejects.toBeInstanceOf(NoTurn)
    await jest.advanceTimersByTimeAsync(30_000)
    await refused
    const third = queue.take()
    first()
    expect(await third).toBeInstanceOf(Function)
  })

  it('goes on to the next when the work fails', async () => {
    const queue = new WriteQueue()
    await expect(queue.run(() => Promise.reject(new Error('refused')))).rejects.toThrow('refused')
    expect(await queue.run(() => Promise.resolve('done'))).toBe('done')
  })
})

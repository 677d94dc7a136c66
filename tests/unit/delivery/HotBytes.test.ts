import { expect, it } from '@jest/globals'
import { HotBytes, type Counted } from '../../../src/delivery/HotBytes.ts'

interface Body extends Counted {
  reads: number
}

const aBody = (length = 100): Body => ({
  length,
  isGone: false,
  asked: 0,
  age: 0,
  bytes: undefined,
  reads: 0,
})

/** @returns whether the bytes were in memory, or are from now on */
const ask = (hot: HotBytes<Body>, body: Body): boolean => {
  const bytes = hot.get(body, () => {
    body.reads += 1
    return Buffer.alloc(body.length)
  })
  return bytes !== undefined
}
const askOften = (hot: HotBytes<Body>, body: Body, times: number) => {
  for (let time = 0; time < times; time += 1) ask(hot, body)
}

it('keeps all while there is room, and reads each once', () => {
  const hot = new HotBytes<Body>(1_000)
  const bodies = Array.from({ length: 10 }, () => aBody())
  for (const body of [...bodies, ...bodies]) expect(ask(hot, body)).toBe(true)
  expect(bodies.map(({ reads }) => reads)).toEqual(bodies.map(() => 1))
})

it('is not driven out by what is asked for once', () => {
  const hot = new HotBytes<Body>(1_000)
  const bodies = Array.from({ length: 10 }, () => aBody())
  bodies.forEach((body) => askOften(hot, body, 2))
  const once = Array.from({ length: 1_000 }, () => aBody())
  expect(once.filter((body) => ask(hot, body))).toEqual([])
  bodies.forEach((body) => ask(hot, body))
  expect(bodies.map(({ reads }) => reads)).toEqual(bodies.map(() => 1))
  expect(hot.size).toBeLessThanOrEqual(1_000)
})

it('makes room for what is asked for more often', () => {
  const hot = new HotBytes<Body>(1_000)
  const bodies = Array.from({ length: 10 }, () => aBody())
  bodies.forEach((body) => askOften(hot, body, 2))
  const news = aBody()
  expect([1, 2, 3, 4].map(() => ask(hot, news))).toEqual([false, false, true, true])
  expect(news.reads).toBe(1)
  expect(hot.size).toBeLessThanOrEqual(1_000)
})

it('asks more of what takes more room', () => {
  const hot = new HotBytes<Body>(1_000)
  askOften(hot, aBody(900), 2)
  const short = aBody(150)
  const long = aBody(990)
  expect(ask(hot, long)).toBe(false)
  expect(ask(hot, short)).toBe(true)
})

it('never takes what is larger than its room, nor makes room for it', () => {
  const hot = new HotBytes<Body>(1_000)
  const small = aBody()
  ask(hot, small)
  const large = aBody(2_000)
  askOften(hot, large, 100)
  expect(large.reads).toBe(0)
  expect([ask(hot, small), small.reads]).toEqual([true, 1])
})

it('lets nothing go for what does not come in after all', () => {
  const hot = new HotBytes<Body>(200)
  const [rare, often] = [aBody(), aBody()]
  ask(hot, rare)
  askOften(hot, often, 50)
  const long = aBody(200)
  askOften(hot, long, 20)
  expect(long.reads).toBe(0)
  ask(hot, rare)
  expect(rare.reads).toBe(1)
})

it('gives away the room of what is gone, however often it was asked for', () => {
  const hot = new HotBytes<Body>(100)
  const old = { ...aBody(), isGone: true }
  askOften(hot, old, 1_000)
  expect(ask(hot, aBody())).toBe(true)
})

it('forgets by and by what was famous once', () => {
  const hot = new HotBytes<Body>(250)
  const [famous, other, news] = [aBody(), aBody(), aBody()]
  askOften(hot, famous, 1_000)
  askOften(hot, other, 1_000_000)
  askOften(hot, news, 100)
  expect(news.reads).toBe(1)
})

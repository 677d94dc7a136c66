import { describe, expect, it } from '@jest/globals'
import { benchReportPath } from '../../../bench/benchReports.ts'
import { mixOf } from '../../../bench/mix.ts'
import { refuseUnsteadyRun } from '../../../bench/steadyLoad.ts'

const etagOf = (path: string, coding: string) => Promise.resolve(`"${coding} ${path}"`)

describe('the mix of requests', () => {
  it('is mostly for few reports, by all kinds of readers, and the same each time', async () => {
    const mix = await mixOf(20_000, etagOf)
    const share = (holds: (request: (typeof mix)[number]) => boolean) =>
      mix.filter(holds).length / mix.length
    const first = new Set(Array.from({ length: 100 }, (_, number) => benchReportPath(number)))
    // By Zipf's law the hundred most read of 20,000 have H(100) / H(20,000) of the requests.
    expect(share(({ path }) => first.has(path))).toBeCloseTo(5.187 / 10.481, 2)
    expect(new Set(mix.map(({ path }) => path)).size).toBeGreaterThan(10_000)
    expect(share(({ coding }) => coding.includes('br'))).toBeCloseTo(0.6, 2)
    expect(share(({ coding }) => coding === '')).toBeCloseTo(0.1, 2)
    expect(share(({ etag }) => etag !== '')).toBeCloseTo(0.2, 2)
    expect(mix.filter(({ etag }) => etag).every((r) => r.etag === `"${r.coding} ${r.path}"`)).toBe(
      true,
    )
    expect(await mixOf(20_000, etagOf)).toEqual(mix)
  })

  it('is for the one report when there is but one', async () => {
    const mix = await mixOf(1, etagOf)
    expect(new Set(mix.map(({ path }) => path))).toEqual(new Set([benchReportPath(0)]))
  })
})

describe('a run at a steady rate', () => {
  const run = { perSecond: 1000, lateSeconds: 0.2, failures: 0, p50: 1, p99: 2, max: 3 }

  it('stands when the rate was kept', () => {
    expect(() => refuseUnsteadyRun('subject', 1010, run)).not.toThrow()
  })

  it.each([
    ['failures', { ...run, failures: 1 }, '1 requests failed'],
    ['a lower rate', { ...run, perSecond: 900, lateSeconds: 0.3 }, '900 requests/s, not 1000'],
  ])('is refused for %s', (_, bad, message) => {
    expect(() => refuseUnsteadyRun('subject', 1000, bad)).toThrow(message)
  })
})

import { describe, expect, it } from '@jest/globals'
import { compared, measured, median, tableOf } from '../../../bench/results.ts'

describe('median', () => {
  it.each([
    { values: [5], middle: 5 },
    { values: [30, 1, 2], middle: 2 },
    { values: [4, 1, 100, 2], middle: 3 },
  ])('of $values is $middle', ({ values, middle }) => {
    expect(median(values)).toBe(middle)
  })

  it('does not make one up', () => {
    expect(() => median([])).toThrow()
  })
})

describe('compared', () => {
  it('compares round by round, so that a machine that slows down does not count', () => {
    expect(compared('a.b.vsC', 'ms', [10, 20, 400], [20, 40, 800])).toEqual({
      name: 'a.b.vsC',
      value: 20,
      unit: 'ms',
      baseline: 40,
      ratio: 0.5,
      spread: [0.5, 0.5],
      note: null,
    })
  })

  it.each([
    { rounds: [3], spread: [3, 3] },
    { rounds: [1, 9, 2], spread: [1, 9] },
    { rounds: [5, 1, 9, 2, 900, 4, 3], spread: [2, 9] },
  ])('tells how far the middle half of $rounds are apart', ({ rounds, spread }) => {
    const ones = rounds.map(() => 1)
    expect(compared('a.b.vsC', 'ms', rounds, ones).spread).toEqual(spread)
  })

  it('refuses rounds without a partner', () => {
    expect(() => compared('a.b.vsC', 'ms', [1, 2], [1])).toThrow('a.b.vsC')
  })
})

describe('tableOf', () => {
  it('lines up names to the left and numbers to the right', () => {
    const results = [
      measured('engine.report', 'reports/s', 123_456.7),
      compared('save.all', 'ms', [10.04], [4], 'with wrk'),
    ]
    expect(tableOf(results).split('\n')).toEqual([
      'name             value  unit       baseline  ratio  middle half  note',
      '-------------  -------  ---------  --------  -----  -----------  --------',
      'engine.report  123,457  reports/s',
      'save.all            10  ms                4   2.51  2.51 … 2.51  with wrk',
    ])
  })
})

it('gives JSON every key, whether there is a baseline or not', () => {
  expect(JSON.parse(JSON.stringify(measured('engine.report', 'reports/s', 0.12345)))).toEqual({
    name: 'engine.report',
    value: 0.123,
    unit: 'reports/s',
    baseline: null,
    ratio: null,
    spread: null,
    note: null,
  })
})

import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { exactSum } from '../../../src/reconciliation/exactSum.ts'

describe('exactSum', () => {
  it.each([
    [[], 0],
    [[1, 2, 3], 6],
    [[5, -5], 0],
    [[0.1, 0.2], 0.3],
    [[0.3, -0.1], 0.2],
    [[-0.1, -0.2], -0.3],
    [[0.000001, 0.000002], 0.000003],
    [[75394432.52, 0.48], 75394433],
    [[9_999_999_999_999, 0.5, -0.5], 9_999_999_999_999],
    [[99_999_999.123456, 0.000001], 99_999_999.123457],
    [[1e-7, 0.5], 0.5],
    [[1e22, 0.5], 1e22],
  ])('of %j is %d', (values, sum) => {
    expect(exactSum(values)).toBe(sum)
  })

  it('does not depend on the order', () => {
    const money = fc.integer({ min: 0, max: 10 ** 12 }).map((fen) => fen / 100)
    fc.assert(
      fc.property(fc.array(money, { maxLength: 10 }), (values) => {
        expect(exactSum([...values].reverse())).toBe(exactSum(values))
      }),
    )
  })
})

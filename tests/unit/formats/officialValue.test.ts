import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { refuseValue } from '../../../src/formats/officialValue.ts'
import type { CellType } from '../../../src/formats/types.ts'

const refused = (type: CellType, value: unknown) =>
  refuseValue({ key: 'any', label: '任一', type }, value)

describe('an official value', () => {
  it.each<[CellType, unknown]>([
    ['count', null],
    ['count', 0],
    ['count', -0],
    ['count', 9_999_999_999],
    ['signed', -18],
    ['signed', -9_999_999_999],
    ['money', null],
    ['money', 0],
    ['money', 5949.088667],
    ['money', 75394432.52],
    ['money', 9_999_999_999_998.99],
    ['money', 0.000001],
  ])('of type %s may be %p', (type, value) => {
    expect(refused(type, value)).toBeUndefined()
  })

  it.each<[CellType, unknown, string]>([
    ['count', -1, '的值-1是负数，应为不小于 0 的数'],
    ['count', 1.5, '的值1.5不是整数'],
    ['count', 10_000_000_000, '的值10000000000过大，最大为 9999999999'],
    ['signed', 0.5, '的值0.5不是整数'],
    ['signed', -10_000_000_000, '的值-10000000000过大，最大为 9999999999'],
    ['money', -0.01, '的值-0.01是负数，应为不小于 0 的数'],
    ['money', 0.0000001, '的值1e-7多于六位小数'],
    ['money', 1.1234567, '的值1.1234567多于六位小数'],
    ['money', 1e13, '的值10000000000000过大，最大为 9999999999999'],
    ['count', '3', '的值“3”不是数字；未填写请留空'],
    ['count', '', '的值“”不是数字；未填写请留空'],
    ['count', true, '的值“true”不是数字；未填写请留空'],
    ['count', undefined, '的值“undefined”不是数字；未填写请留空'],
    ['count', NaN, '的值“NaN”不是数字；未填写请留空'],
    ['money', Infinity, '的值“Infinity”不是数字；未填写请留空'],
    ['count', [3], '的值（列表）不是数字；未填写请留空'],
    ['count', { value: 3 }, '的值（对象）不是数字；未填写请留空'],
    ['count', 3n, '的值“3”不是数字；未填写请留空'],
    ['count', '九'.repeat(50), `的值“${'九'.repeat(40)}…”不是数字；未填写请留空`],
  ])('of type %s may not be %p', (type, value, message) => {
    expect(refused(type, value)).toBe(message)
  })

  it('may be anything at all without harm', () => {
    const deep: unknown = JSON.parse('['.repeat(40_000) + ']'.repeat(40_000))
    expect(refused('count', deep)).toContain('不是数字')
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withNullPrototype: true }), (value) => {
        const message = refused('count', value)
        const fine = value === null || (Number.isInteger(value) && Number(value) >= 0)
        if (!fine) expect(typeof message).toBe('string')
      }),
    )
  })
})

import type { Column } from './types.ts'

/** No organ counts this many of anything; what is larger is a slip of the keyboard. */
export const largestCount = 9_999_999_999
/** 元 of a province's procurement, with room; still exact to the cent in a double. */
const largestMoney = 9_999_999_999_999

const hasAtMostSixDecimals = (value: number) => Number(value.toFixed(6)) === value

/**
 * Says whether a value may stand in a cell of the form.
 * @param value what was sent, of any type
 * @returns `undefined` when it may, else what is wrong, in Chinese, to follow the cell's name
 */
export function refuseValue(column: Column, value: unknown): string | undefined {
  if (value === null) return undefined
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    return `的值${quote(value)}不是数字；未填写请留空`
  }
  if (column.type !== 'signed' && value < 0) return `的值${value}是负数，应为不小于 0 的数`
  if (column.type === 'money') {
    if (value > largestMoney) return `的值${value}过大，最大为 ${largestMoney}`
    if (!hasAtMostSixDecimals(value)) return `的值${value}多于六位小数`
    return undefined
  }
  if (!Number.isInteger(value)) return `的值${value}不是整数`
  if (Math.abs(value) > largestCount) return `的值${value}过大，最大为 ${largestCount}`
  return undefined
}

/** A list or object is only named: it may be nested deeper than can be written out. */
function quote(value: unknown): string {
  if (Array.isArray(value)) return '（列表）'
  if (typeof value === 'object') return '（对象）'
  const text = typeof value === 'string' ? value : `${value as number | boolean}`
  return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`
}

const digits = '零一二三四五六七八九'

/** @returns 一 to 九十九 for 1 to 99, as official documents number their parts. */
function chineseNumeral(value: number): string {
  const tens = Math.floor(value / 10)
  const ones = value % 10
  const head = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`
  return head + (ones === 0 ? '' : digits[ones])
}

/** @returns （一）, （二） … for the order of a sub-section, from 1. */
export const subsectionNumber = (order: number): string => `（${chineseNumeral(order)}）`

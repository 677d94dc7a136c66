/** What stands after a number, and whether the number then counts anything here. */

/** Counts of things of the same kind may be given in any of these. */
const things = ['条次', '件次', '篇次', '条', '件', '篇', '份', '则', '宗', '起', '例', '封', '幅']
/** Counts that add up only among themselves. */
const apart = ['批次', '场次', '人次', '期', '个', '次', '场', '项', '批', '部', '册', '家', '户']
const others = ['名', '位', '人', '处', '台', '套', '张', '类', '种', '轮', '集', '段', '组', '本']

/** Years, days, articles, distances …: never a count. */
const notCounted =
  '年度|周年|年|月份|月|日|号|时|届|章|款|级|点|岁|天|小时|分钟|秒|周|季度|版|楼|室|路|栋|公里|米|平方|亩|倍|个百分点|个(?:多)?(?:月|工作日|小时|季度|年|自然日|日)|分之|‰'

export const unitPattern = `${notCounted}|元|%|${[...things, ...apart, ...others].join('|')}`

const excluded = new RegExp(`^(?:${notCounted})$`)

export function kindOfUnit(unit: string): 'count' | 'money' | 'percent' | 'bare' | undefined {
  if (unit === '') return 'bare'
  if (unit === '元') return 'money'
  if (unit === '%') return 'percent'
  return excluded.test(unit) ? undefined : 'count'
}

/** @returns a name shared by the units that may be added. */
export const unitClass = (unit: string): string => (things.includes(unit) ? '件' : unit)

/** Whether it can count applications, cases, documents or items published. */
export const countsThings = (unit: string): boolean =>
  unit === '' || things.includes(unit) || ['项', '个', '次', '批次', '批'].includes(unit)

export const countsItems = (unit: string): boolean =>
  unit === '' || things.includes(unit) || unit === '次' || unit === '项'

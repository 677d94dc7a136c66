import { keyOf } from './findings.ts'
import type { Reading } from './reading.ts'
import type { Finding, ReconciliationInput } from './types.ts'

/**
 * Most small towns are rightly all zero, but an untouched form is not a report: somebody has to
 * say so. To acknowledge this finding is the nil declaration.
 * @returns one finding when every cell of every table is zero, none when one is blank
 */
export function nilDeclared({ format }: ReconciliationInput, { thisYear }: Reading): Finding[] {
  if (thisYear.some((value) => value !== 0)) return []
  return [
    {
      rule: 'nil.declared',
      severity: 'warning',
      status: 'violated',
      cells: [],
      expected: null,
      actual: null,
      message: '三张表的数据全部为零，须由填报人作出零报告声明',
      key: keyOf('nil.declared', format.key),
    },
  ]
}

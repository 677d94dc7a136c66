import { format2021 } from '../src/formats/format2021.ts'
import type { TablesData } from '../src/formats/types.ts'
import { reconcile } from '../src/reconciliation/index.ts'
import { balancedTables, variedLeaf, withCell } from '../tests/support/balancedTables.ts'
import { measured, median, type Area } from './results.ts'

const province = 5_000
const rounds = 5
const wrongCell = { table: 'applications', row: 'granted', column: 'naturalPerson' } as const

type Status = 'balanced' | 'violated'

/** How many reports the reconciliation engine checks in a second, in one thread. */
const benchmarks: Record<string, () => number> = {
  'engine.report': () => {
    const report = balancedTables(format2021, variedLeaf(1))
    return perSecond(Array<TablesData>(10_000).fill(report), 'balanced')
  },
  'engine.province': () => {
    const reports = Array.from({ length: province }, (_, i) =>
      balancedTables(format2021, variedLeaf(i)),
    )
    return perSecond(reports, 'balanced')
  },
  'engine.diagnosis': () => {
    const broken = withCell(balancedTables(format2021, variedLeaf(1)), wrongCell, 1_000)
    return perSecond(Array<TablesData>(1_000).fill(broken), 'violated')
  },
}

export const engine: Area = {
  names: Object.keys(benchmarks),
  run: async (wanted) =>
    Object.entries(benchmarks)
      .filter(([name]) => wanted.includes(name))
      .map(([name, run]) => measured(name, 'reports/s', run())),
}

/** Of several rounds, after one in which the compiler settles. */
function perSecond(reports: readonly TablesData[], status: Status): number {
  round(reports, status)
  return median(Array.from({ length: rounds }, () => round(reports, status)))
}

/** Looks at every answer, or a wrong engine could be the fastest. */
function round(reports: readonly TablesData[], status: Status): number {
  const start = performance.now()
  for (const tables of reports) {
    const answer = reconcile({ format: format2021, tables })
    if (answer.status !== status) throw new Error(`expected ${status}, got ${answer.status}`)
  }
  return (reports.length * 1_000) / (performance.now() - start)
}

import { format2021 } from '../src/formats/format2021.ts'
import type { TablesData } from '../src/formats/types.ts'
import { reconcile } from '../src/reconciliation/index.ts'
import { balancedTables, variedLeaf, withCell } from '../tests/support/balancedTables.ts'

export interface EngineResult {
  name: string
  value: number
  unit: string
  baseline?: number
  ratio?: number
}

const province = 5_000
const wrongCell = { table: 'applications', row: 'granted', column: 'naturalPerson' } as const

/** How many reports the reconciliation engine checks in a second, in one thread. */
export async function benchEngine(): Promise<EngineResult[]> {
  const report = balancedTables(format2021, variedLeaf(1))
  const reports = Array.from({ length: province }, (_, i) =>
    balancedTables(format2021, variedLeaf(i)),
  )
  const broken = withCell(report, wrongCell, 1_000)
  // Warm enough for the compiler to have settled.
  perSecond(Array<TablesData>(2_000).fill(report), 'balanced')
  perSecond(Array<TablesData>(200).fill(broken), 'violated')
  return [
    result('engine.report', perSecond(Array<TablesData>(50_000).fill(report), 'balanced')),
    result('engine.province', perSecond(reports, 'balanced')),
    result('engine.diagnosis', perSecond(Array<TablesData>(2_000).fill(broken), 'violated')),
  ]
}

const result = (name: string, value: number): EngineResult => ({
  name,
  value: Math.round(value),
  unit: 'reports/s',
})

/** Looks at every answer, or a wrong engine could be the fastest. */
function perSecond(reports: readonly TablesData[], status: 'balanced' | 'violated'): number {
  const start = performance.now()
  for (const tables of reports) {
    const answer = reconcile({ format: format2021, tables })
    if (answer.status !== status) throw new Error(`expected ${status}, got ${answer.status}`)
  }
  return (reports.length * 1_000) / (performance.now() - start)
}

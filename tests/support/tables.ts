import { cellRefsOf, findColumn } from '../../src/formats/cells.ts'
import type { CellRef, Format, Rule, TablesData } from '../../src/formats/types.ts'
import { blankTables } from '../../src/formats/cells.ts'

/**
 * Tables in which every identity holds, filled from `pick` and totalled by the sums themselves,
 * independently of the engine.
 */
export function balancedTables(format: Format, pick: (ref: CellRef, index: number) => number) {
  const tables = blankTables(format)
  cellRefsOf(format).forEach((ref, i) => {
    const { table, row, column } = ref
    const cells = tables[table][row]
    if (!cells || !findColumn(format, ref)) return
    cells[column] = pick(ref, i)
  })
  totalApplications(tables, format)
  for (const cells of Object.values(tables.disputes)) {
    cells.total = sum(['upheld', 'corrected', 'otherOutcome', 'pending'].map((key) => cells[key]))
  }
  return tables
}

function totalApplications({ applications }: TablesData, format: Format): void {
  const handled = format.rules.find(({ rule }) => rule === 'applications.handled') as Rule
  const results = handled.parts.map(({ key }) => key)
  const columns = Object.keys(applications.received ?? {}).filter((key) => key !== 'total')
  for (const column of columns) {
    const at = (row: string) => applications[row]?.[column] ?? 0
    const set = (row: string, value: number) => {
      if (applications[row]) applications[row][column] = value
    }
    set('handledTotal', sum(results.map(at)))
    const wanted = at('handledTotal') + at('carriedOut')
    set('carriedIn', Math.min(at('carriedIn'), wanted))
    set('received', wanted - at('carriedIn'))
  }
  for (const cells of Object.values(applications)) {
    cells.total = sum(columns.map((column) => cells[column]))
  }
}

const sum = (values: (number | null | undefined)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0)

/** Small numbers, none of them zero, that differ from cell to cell. */
export const smallNumbers = (_: CellRef, index: number): number => (index % 9) + 1

export const allZero = () => 0

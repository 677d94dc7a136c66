import fc from 'fast-check'
import { cellRefsOf } from '../../src/formats/cells.ts'
import { formats } from '../../src/formats/index.ts'
import type { CellRef, Format, TablesData } from '../../src/formats/types.ts'
import { balancedTables } from './balancedTables.ts'

export interface Report {
  format: Format
  tables: TablesData
}

export const arbitraryFormat = fc.constantFrom<Format>(...formats)

/** Zero as often as not, for that is what reports are full of. */
const leaf = fc.oneof(fc.constant(0), fc.nat({ max: 20 }), fc.nat({ max: 1_000_000 }))

/** A report that adds up, in any of the forms. */
export const arbitraryBalanced: fc.Arbitrary<Report> = fc
  .tuple(arbitraryFormat, fc.array(leaf, { minLength: 200, maxLength: 200 }))
  .map(([format, leaves]) => {
    let next = 0
    return { format, tables: balancedTables(format, () => leaves[next++ % leaves.length] ?? 0) }
  })

/** A report that adds up, and some of its cells in the given tables. */
export const arbitraryWithCells = (count: number, isWanted: (cell: CellRef) => boolean) =>
  arbitraryBalanced.chain((report) =>
    fc.record({
      report: fc.constant(report),
      cells: fc.uniqueArray(fc.constantFrom(...cellRefsOf(report.format).filter(isWanted)), {
        minLength: count,
        maxLength: count,
      }),
    }),
  )

export function valueAt(tables: TablesData, cell: CellRef): number {
  const value = tables[cell.table][cell.row]?.[cell.column]
  if (typeof value !== 'number') throw new Error(`no value in ${cell.row}.${cell.column}`)
  return value
}

import { findColumn, rowsOf } from '../formats/cells.ts'
import type { CellValue, Format, TablesData } from '../formats/types.ts'
import { exactSum } from './exactSum.ts'
import { identitiesOf } from './identities.ts'
import type { Identity, IdentityTerm } from './identities.ts'
import type { ReconciliationInput } from './types.ts'

/** The values of a report as flat lists, in the order of `Identities.cells` and `lastYearCells`. */
export interface Reading {
  readonly thisYear: readonly CellValue[]
  /** Also `null` where last year's form has no such cell, or where there is no such report. */
  readonly lastYear: readonly CellValue[]
}

export const readingOf = ({ format, tables, lastYear }: ReconciliationInput): Reading => ({
  thisYear: valuesOf(format, tables),
  lastYear: identitiesOf(format).lastYearCells.map((cell) =>
    lastYear && findColumn(lastYear.format, cell)
      ? filledIn(lastYear.tables[cell.table][cell.row]?.[cell.column])
      : null,
  ),
})

/** Every cell of the form in the official order; a cell that is missing counts as blank. */
export function valuesOf(format: Format, tables: TablesData): CellValue[] {
  const values: CellValue[] = []
  for (const { table, row, columns } of rowsOf(format)) {
    const cells = tables[table][row.key]
    for (const { key } of columns) values.push(filledIn(cells?.[key]))
  }
  return values
}

const filledIn = (value: CellValue | undefined): CellValue =>
  typeof value === 'number' && Number.isFinite(value) ? value : null

export const valueOf = ({ index, lastYear }: IdentityTerm, reading: Reading): CellValue =>
  (lastYear ? reading.lastYear : reading.thisYear)[index] ?? null

/** What an identity comes to: `expected` is Σ parts, `actual` Σ total. */
export interface Judgement {
  readonly identity: Identity
  readonly verdict: 'satisfied' | 'violated' | 'incomplete'
  /** `null` where a cell that it needs is blank. */
  readonly expected: number | null
  readonly actual: number | null
}

export function judge(identity: Identity, reading: Reading): Judgement {
  const expected = sumOf(identity.parts, reading)
  const actual = sumOf(identity.total, reading)
  if (expected === null || actual === null) {
    return { identity, verdict: 'incomplete', expected, actual }
  }
  const holds = identity.rule.relation === '=' ? actual === expected : actual <= expected
  return { identity, verdict: holds ? 'satisfied' : 'violated', expected, actual }
}

function sumOf(terms: readonly IdentityTerm[], reading: Reading): number | null {
  let sum = 0
  let whole = true
  for (const term of terms) {
    const value = valueOf(term, reading)
    if (value === null) return null
    sum += term.sign * value
    whole &&= Number.isInteger(value)
  }
  return whole ? sum : exactSum(terms.map((term) => term.sign * (valueOf(term, reading) ?? 0)))
}

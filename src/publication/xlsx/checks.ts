import { formatOf } from '../../formats/index.ts'
import type { CellRef, TableKey } from '../../formats/types.ts'
import { identitiesOf, type Identity } from '../../reconciliation/identities.ts'
import type { Reading } from '../../reconciliation/reading.ts'
import type { ReportContent } from '../types.ts'
import { verdictFormula } from './formulas.ts'
import type { Place, SheetGrid } from './SheetGrid.ts'
import { columnHead, computed, rowHead } from './styles.ts'

interface CheckedTable {
  content: ReportContent
  key: TableKey
  reading: Reading
  /** The rows and columns of the printed table. */
  area: { top: number; columns: number; bottom: number }
  locate: (cell: CellRef) => Place
}

/**
 * Puts a verdict on every identity within the table: what is summed along a row beside it, what is
 * summed down a column below it, and all below a table that has but one row.
 * @returns where the verdicts are
 */
export function putChecks(grid: SheetGrid, table: CheckedTable): Place[] {
  const { content, key } = table
  const rules = identitiesWithin(content.format, key)
  const isWide = formatOf(content.format).tables[key].layout === 'sideBySide'
  let nextRow = table.area.bottom
  return [...rules.values()].flatMap((identities) => {
    const [first] = identities
    if (!first) return []
    if (first.rule.along === 'columns' && !isWide) return putBeside(grid, table, identities)
    return putBelow(grid, table, identities, nextRow++)
  })
}

/** Those that need no other year's report, by rule. */
export function identitiesWithin(format: string, key: TableKey): Map<string, Identity[]> {
  const { binding, conventions } = identitiesOf(formatOf(format))
  const rules = new Map<string, Identity[]>()
  for (const identity of [...binding, ...conventions]) {
    const { rule, parts } = identity
    if (rule.table !== key || parts.some(({ lastYear }) => lastYear)) continue
    rules.set(rule.rule, [...(rules.get(rule.rule) ?? []), identity])
  }
  return rules
}

function putBeside(
  grid: SheetGrid,
  { area, reading, locate }: CheckedTable,
  identities: readonly Identity[],
): Place[] {
  const places = identities.map((identity) => {
    const place = { row: placeOf(identity, locate).row, column: area.columns }
    grid.put(place, verdictFormula(identity, reading, locate), computed)
    return place
  })
  const above = Math.min(...places.map(({ row }) => row)) - 1
  grid.put({ row: above, column: area.columns }, { value: headOf(identities) }, columnHead)
  return places
}

/** The statement fills what is on the left of the first verdict. */
function putBelow(
  grid: SheetGrid,
  { reading, locate }: CheckedTable,
  identities: readonly Identity[],
  row: number,
): Place[] {
  const places = identities.map((identity) => {
    const place = { row, column: placeOf(identity, locate).column }
    grid.put(place, verdictFormula(identity, reading, locate), computed)
    return place
  })
  const columns = Math.min(...places.map(({ column }) => column))
  grid.put({ row, column: 0 }, { value: headOf(identities) }, rowHead, { columns })
  return places
}

const headOf = ([first]: readonly Identity[]): string => `核对：${first?.rule.statement ?? ''}`

/** A verdict stands in line with the first cell of the total. */
function placeOf({ total }: Identity, locate: CheckedTable['locate']): Place {
  const [first] = total
  if (!first) throw new RangeError('An identity has a total')
  return locate(first.cell)
}

import { rowsOf } from '../formats/cells.ts'
import { refuseValue } from '../formats/officialValue.ts'
import type { CellRef, CellValue, Column, TableKey } from '../formats/types.ts'
import { exactSum } from '../reconciliation/exactSum.ts'
import { identitiesOf } from '../reconciliation/identities.ts'
import type { Identity } from '../reconciliation/identities.ts'
import type { Edit, Sheet } from './Sheet.ts'

/** A table, or the whole report. */
export type Scope = TableKey | 'all'

/** What follows from what, by the rules of the form: the ground of all filling in. */
export interface Figures {
  readonly cells: readonly CellRef[]
  readonly columns: readonly Column[]
  /** As the engine reads them, in the order of `cells`. */
  readonly values: readonly CellValue[]
  /** Nothing was entered there, not even something wrong. */
  readonly isOpen: (index: number) => boolean
  /** The rules of this report alone, as far as they bind cells in scope. */
  readonly identities: readonly Identity[]
}

export function figuresOf(sheet: Pick<Sheet, 'format' | 'valueOf'>, scope: Scope): Figures {
  const { format } = sheet
  const { cells, binding, conventions } = identitiesOf(format)
  const columns = rowsOf(format).flatMap((row) => row.columns)
  const typed = cells.map((cell) => sheet.valueOf(cell))
  const inScope = (table: TableKey) => scope === 'all' || scope === table
  return {
    cells,
    columns,
    values: typed.map((value, i) => {
      const column = columns[i]
      const fits = column && refuseValue(column, value) === undefined
      return fits && typeof value === 'number' ? value : null
    }),
    isOpen: (index) => typed[index] === null && inScope(cells[index]?.table ?? 'disclosure'),
    identities: [...binding, ...conventions]
      .filter(({ parts }) => parts.every(({ lastYear }) => !lastYear))
      .filter(({ rule }) => inScope(rule.table)),
  }
}

/** Whether a single cell is the sum of others. */
export const isSum = ({ total, rule }: Identity): boolean =>
  total.length === 1 && rule.relation === '=' && rule.authority !== 'convention'

/** The cells that are sums, as places in the list of cells. */
export const sumsIn = (identities: readonly Identity[]): ReadonlySet<number> =>
  new Set(identities.filter(isSum).flatMap(({ total }) => total.map(({ index }) => index)))

/** @returns the sum of the terms, or `null` when one is blank. */
export function sumOf(terms: Identity['parts'], values: readonly CellValue[]): CellValue {
  const signed = terms.map(({ index, sign }) => {
    const value = values[index] ?? null
    return value === null ? null : sign * value
  })
  return signed.every((value) => value !== null) ? exactSum(signed) : null
}

/**
 * Fills every open sum whose parts are known, sums of sums included. One that comes out differently
 * along its row and its column stays blank.
 * @param values are filled in place
 * @returns by place, the identities that each sum follows from
 */
export function deriveSums(
  { identities, isOpen }: Figures,
  values: CellValue[],
): Map<number, Identity[]> {
  const sums = identities.filter(isSum)
  const open = [...sumsIn(sums)].filter((index) => values[index] === null && isOpen(index))
  const known = (index: number) =>
    sums.filter((sum) => sum.total[0]?.index === index && sumOf(sum.parts, values) !== null)
  for (let found = true; found;) {
    const next = open.find((index) => values[index] === null && known(index).length > 0)
    found = next !== undefined
    if (next !== undefined) values[next] = sumOf(known(next)[0]?.parts ?? [], values)
  }
  const sources = new Map<number, Identity[]>()
  for (const index of open.filter((one) => values[one] !== null)) {
    const agree = known(index).every(({ parts }) => sumOf(parts, values) === values[index])
    if (agree) sources.set(index, known(index))
    else values[index] = null
  }
  return sources
}

/** @returns an edit that gives the cells their new values. */
export const fillingEdit = (
  label: string,
  { cells }: Figures,
  filled: Iterable<number>,
  values: readonly CellValue[],
): Edit => ({
  label,
  changes: [...filled]
    .sort((one, other) => one - other)
    .flatMap((index) => {
      const cell = cells[index]
      return cell ? [{ cell, value: values[index] ?? null }] : []
    }),
})

import { refuseValue } from '../formats/officialValue.ts'
import type { CellRef, CellValue } from '../formats/types.ts'
import type { Identity } from '../reconciliation/identities.ts'
import type { Edit, Sheet } from './Sheet.ts'
import { deriveSums, figuresOf, fillingEdit, isSum, sumOf, sumsIn } from './sums.ts'
import type { Figures, Scope } from './sums.ts'
import type { TypedCell } from './typedCell.ts'

/** A value that follows from others, for the person to take or leave. */
export interface Offer {
  readonly cell: CellRef
  /** What was entered; `null` where nothing was. */
  readonly before: TypedCell
  readonly value: number
  /** The rule that it follows from, in the words of the form. */
  readonly reason: string
}

export interface Totals {
  readonly edit: Edit
  /** Entered totals that differ from their sums, and entries that only one value would balance. */
  readonly offers: readonly Offer[]
}

/** 合计自动填充: blank totals whose parts are all filled in. What was entered is never changed. */
export function fillTotals(sheet: Pick<Sheet, 'format' | 'valueOf'>, scope: Scope): Totals {
  const figures = figuresOf(sheet, scope)
  const values = [...figures.values]
  const derived = [...deriveSums(figures, values).keys()].filter((index) =>
    isOfficial(figures, index, values[index] ?? null),
  )
  const found = figures.identities.flatMap((identity) => [
    ...differing(figures, identity, values),
    ...missing(figures, identity, values),
  ])
  return {
    edit: fillingEdit('合计自动填充', figures, derived, values),
    offers: agreed(found).flatMap(({ index, value, reason }) => {
      const cell = figures.cells[index]
      if (!cell || !isOfficial(figures, index, value)) return []
      return [{ cell, before: sheet.valueOf(cell), value, reason }]
    }),
  }
}

interface Found {
  readonly index: number
  readonly value: number
  readonly reason: string
}

/** A total that was entered, though its parts make another. */
function differing(figures: Figures, identity: Identity, values: readonly CellValue[]): Found[] {
  const [term] = identity.total
  const sum = sumOf(identity.parts, values)
  if (!term || sum === null || !isSum(identity) || figures.isOpen(term.index)) return []
  return sum === values[term.index]
    ? []
    : [{ index: term.index, value: sum, reason: identity.rule.statement }]
}

/** The only blank of an identity, such as 结转下年度: what is left for it. */
function missing(figures: Figures, identity: Identity, values: readonly CellValue[]): Found[] {
  const { total, parts, rule } = identity
  if (rule.relation !== '=' || rule.authority === 'convention') return []
  const signed = [
    ...total,
    ...parts.map((part) => ({ ...part, sign: part.sign === 1 ? (-1 as const) : (1 as const) })),
  ]
  const [blank, ...others] = signed.filter(({ index }) => values[index] === null)
  if (!blank || others.length > 0 || !figures.isOpen(blank.index)) return []
  if (sumsIn(figures.identities).has(blank.index)) return []
  const rest = sumOf(
    signed.filter((term) => term !== blank),
    values,
  )
  return rest === null
    ? []
    : [{ index: blank.index, value: -blank.sign * rest + 0, reason: rule.statement }]
}

const isOfficial = ({ columns }: Figures, index: number, value: CellValue): boolean => {
  const column = columns[index]
  return column !== undefined && refuseValue(column, value) === undefined
}

/** One a cell; none where two rules call for different values. */
const agreed = (found: readonly Found[]): Found[] =>
  found.filter((one) => {
    const same = found.filter(({ index }) => index === one.index)
    return same[0] === one && same.every(({ value }) => value === one.value)
  })

import type { CellValue } from '../formats/types.ts'
import type { Identity } from '../reconciliation/identities.ts'
import type { Edit, Sheet } from './Sheet.ts'
import { deriveSums, figuresOf, fillingEdit, sumOf, sumsIn } from './sums.ts'
import type { Figures, Scope } from './sums.ts'

/**
 * 其余填零: zero for every blank cell, and for blank totals the sum of their parts. Blanks that
 * cannot all be zero, for a total or the balance then would not hold, are left to the person.
 */
export function fillZeros(sheet: Pick<Sheet, 'format' | 'valueOf'>, scope: Scope): Edit {
  const figures = figuresOf(sheet, scope)
  const sums = sumsIn(figures.identities)
  const zeros = new Set(
    [...figures.cells.keys()].filter((index) => figures.isOpen(index) && !sums.has(index)),
  )
  for (;;) {
    const values = figures.values.map((value, index) => (zeros.has(index) ? 0 : value))
    const sources = deriveSums(figures, values)
    const wrong = contradicting(figures, values, sources, zeros)
    if (wrong.size === 0) {
      return fillingEdit('其余填零', figures, [...zeros, ...sources.keys()], values)
    }
    for (const index of wrong) zeros.delete(index)
  }
}

/**
 * The zeros that make an identity fail which said nothing before, of one identity at a time: what
 * fails in a column also fails in the column of totals, which comes last and rests on all of them.
 */
function contradicting(
  { identities, values: before }: Figures,
  values: readonly CellValue[],
  sources: ReadonlyMap<number, readonly Identity[]>,
  zeros: ReadonlySet<number>,
): ReadonlySet<number> {
  const [first = new Set<number>()] = identities
    .filter(({ total, parts }) => sumOf(total, before) === null || sumOf(parts, before) === null)
    .filter((identity) => fails(identity, values))
    .map((identity) => zerosUnder(identity, sources, zeros))
    .filter(({ size }) => size > 0)
  return first
}

/** The zeros in an identity, and those in the sums that it contains. */
function zerosUnder(
  identity: Identity,
  sources: ReadonlyMap<number, readonly Identity[]>,
  zeros: ReadonlySet<number>,
): Set<number> {
  const found = new Set<number>()
  const seen = new Set<Identity>()
  const trace = (one: Identity): void => {
    if (seen.has(one)) return
    seen.add(one)
    for (const { index } of [...one.total, ...one.parts]) {
      if (zeros.has(index)) found.add(index)
      sources.get(index)?.forEach(trace)
    }
  }
  trace(identity)
  return found
}

function fails({ total, parts, rule }: Identity, values: readonly CellValue[]): boolean {
  const [actual, expected] = [sumOf(total, values), sumOf(parts, values)]
  if (actual === null || expected === null) return false
  return rule.relation === '=' ? actual !== expected : actual > expected
}

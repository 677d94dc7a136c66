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

/** The zeros without which no identity would fail that said nothing before. */
function contradicting(
  { identities, values: before }: Figures,
  values: readonly CellValue[],
  sources: ReadonlyMap<number, readonly Identity[]>,
  zeros: ReadonlySet<number>,
): Set<number> {
  const failing = identities.filter(
    ({ total, parts, rule }) =>
      fails(sumOf(total, values), sumOf(parts, values), rule.relation) &&
      (sumOf(total, before) === null || sumOf(parts, before) === null),
  )
  const found = new Set<number>()
  const seen = new Set<Identity>()
  const trace = (identity: Identity): void => {
    if (seen.has(identity)) return
    seen.add(identity)
    for (const { index } of [...identity.total, ...identity.parts]) {
      if (zeros.has(index)) found.add(index)
      sources.get(index)?.forEach(trace)
    }
  }
  failing.forEach(trace)
  return found
}

const fails = (total: CellValue, parts: CellValue, relation: '=' | '<='): boolean =>
  total !== null && parts !== null && (relation === '=' ? total !== parts : total > parts)

/**
 * The search behind the diagnosis. It knows equations and their residuals, nothing of forms: which
 * smallest sets of changes bring every residual to zero?
 */

import { exactSum } from './exactSum.ts'

export interface Equation {
  /** Equations of one family share no cell. */
  readonly family: string
  /** By how much it fails; zero when it holds, and then it has to go on holding. */
  readonly residual: number
  /** The residual grows by `sign` times the change of the cell. */
  readonly terms: readonly { readonly cell: number; readonly sign: 1 | -1 }[]
}

export interface Change {
  readonly cell: number
  readonly delta: number
}

export interface Search {
  readonly equations: readonly Equation[]
  /** Whether a cell may be changed by so much. */
  readonly allows: (change: Change) => boolean
  readonly largestSet: number
  /** How many changes may be tried before giving up; counts down. */
  readonly budget: { left: number }
}

/**
 * @param search equations that hang together; `componentsOf` gives such groups
 * @returns the smallest sets of changes that repair every equation, each in the order of cells;
 * none when a set would have to be larger than allowed. When the budget runs out, those found
 * until then
 */
export function smallestRepairs(search: Search): Change[][] {
  const residuals = search.equations.map(({ residual }) => residual)
  const uses = usesOf(search.equations)
  const found = new Map<string, Change[]>()
  for (let size = 1; size <= search.largestSet && found.size === 0; size += 1) {
    extend({ ...search, uses, found, seen: new Set() }, residuals, [], size)
  }
  return [...found.values()]
}

interface State extends Search {
  readonly uses: Uses
  readonly found: Map<string, Change[]>
  /** Sets already looked at, for the same changes can be come by in any order. */
  readonly seen: Set<string>
}

/**
 * Some equation that fails has a single cell of the set we look for, so that its residual says how
 * much to change that cell; after that change the same is true of the rest of the set. Which
 * equation and which cell is not known, so all are tried.
 */
function extend(
  state: State,
  residuals: readonly number[],
  changes: readonly Change[],
  left: number,
): void {
  const failing = state.equations.flatMap((_, index) => (residuals[index] === 0 ? [] : [index]))
  if (leastChanges(state.equations, failing) > left) return
  const name = nameOf(changes)
  if (state.seen.has(name)) return
  state.seen.add(name)
  if (failing.length === 0) state.found.set(name, inOrder(changes))
  for (const index of failing) {
    for (const { cell, sign } of state.equations[index]?.terms ?? []) {
      const change = { cell, delta: -sign * (residuals[index] ?? 0) }
      if (changes.some((made) => made.cell === cell) || !state.allows(change)) continue
      if (state.budget.left-- <= 0) return
      extend(state, residualsAfter(change, residuals, state.uses), [...changes, change], left - 1)
    }
  }
}

const inOrder = (changes: readonly Change[]) => [...changes].sort((a, b) => a.cell - b.cell)

const nameOf = (changes: readonly Change[]): string =>
  inOrder(changes)
    .map(({ cell, delta }) => `${cell}:${delta}`)
    .join()

/** One change mends at most one equation of a family, for they share no cell. */
function leastChanges(equations: readonly Equation[], failing: readonly number[]): number {
  const counts = new Map<string, number>()
  for (const index of failing) {
    const family = equations[index]?.family ?? ''
    counts.set(family, (counts.get(family) ?? 0) + 1)
  }
  return Math.max(0, ...counts.values())
}

/** In which equations a cell stands. */
type Uses = ReadonlyMap<number, readonly { readonly equation: number; readonly sign: 1 | -1 }[]>

function usesOf(equations: readonly Equation[]): Uses {
  const uses = new Map<number, { equation: number; sign: 1 | -1 }[]>()
  equations.forEach(({ terms }, equation) => {
    for (const { cell, sign } of terms) {
      uses.set(cell, [...(uses.get(cell) ?? []), { equation, sign }])
    }
  })
  return uses
}

function residualsAfter(
  { cell, delta }: Change,
  residuals: readonly number[],
  uses: Uses,
): number[] {
  const after = [...residuals]
  for (const { equation, sign } of uses.get(cell) ?? []) {
    after[equation] = exactSum([after[equation] ?? 0, sign * delta])
  }
  return after
}

/** Groups of equations that share cells, directly or over others: each can be repaired alone. */
export function componentsOf(equations: readonly Equation[]): Equation[][] {
  let groups: { cells: Set<number>; equations: Equation[] }[] = []
  for (const equation of equations) {
    const cells = equation.terms.map(({ cell }) => cell)
    const touched = groups.filter((group) => cells.some((cell) => group.cells.has(cell)))
    const merged = {
      cells: new Set([...cells, ...touched.flatMap((group) => [...group.cells])]),
      equations: [...touched.flatMap((group) => group.equations), equation],
    }
    groups = [...groups.filter((group) => !touched.includes(group)), merged]
  }
  return groups.map((group) => group.equations)
}

import { rowsOf } from '../formats/cells.ts'
import { refuseValue } from '../formats/officialValue.ts'
import type { CellValue, Format, TablesData } from '../formats/types.ts'
import { exactSum } from './exactSum.ts'
import { identitiesOf } from './identities.ts'
import { judge, valuesOf } from './reading.ts'
import type { Judgement } from './reading.ts'
import { componentsOf, smallestRepairs } from './repairs.ts'
import type { Change, Equation } from './repairs.ts'
import type { Diagnosis, Repair } from './types.ts'
import { cellName } from './wording.ts'

/** More wrong cells than these in one place, and the paper has to be read again anyway. */
const largestSet = 4
/** Keeps a badly broken report within some milliseconds. */
const triesAtMost = 4_000
const repairsAtMost = 8

/**
 * Looks for the cells behind violated identities: the smallest sets of cells whose change makes
 * all of them hold, breaks none that holds, and gives every cell a value that it may have. An
 * identity with a blank cell says nothing and binds nothing. Changes nothing itself.
 * @returns the likeliest first; `undefined` when nothing is violated, or too much
 */
export function diagnose(format: Format, tables: TablesData): Diagnosis | undefined {
  const values = valuesOf(format, tables)
  const columns = rowsOf(format).flatMap((row) => row.columns)
  const allows = (change: Change) => {
    const column = columns[change.cell]
    return column !== undefined && refuseValue(column, suggested(values, change)) === undefined
  }
  const budget = { left: triesAtMost }
  const perComponent = componentsOf(equationsOf(format, values))
    .filter((equations) => equations.some(({ residual }) => residual !== 0))
    .map((equations) => smallestRepairs({ equations, allows, largestSet, budget }))
  const found = perComponent.reduce((product, sets) => product * sets.length, 1)
  if (perComponent.length === 0 || found === 0) return undefined
  const likelihood = byLikelihood(format)
  const repairs = perComponent
    .map((sets) => [...sets].sort(likelihood).slice(0, repairsAtMost))
    .reduce(combined)
    .sort(likelihood)
    .slice(0, repairsAtMost)
  return {
    repairs: repairs.map((changes) => repairOf(format, values, changes)),
    unique: found === 1 && budget.left > 0,
  }
}

const combined = (one: Change[][], other: Change[][]): Change[][] =>
  one.flatMap((changes) => other.map((more) => [...changes, ...more]))

/** Every identity that can be checked. All that bind are equations; the forms have no others. */
function equationsOf(format: Format, values: readonly CellValue[]): Equation[] {
  const reading = { thisYear: values, lastYear: [] }
  return identitiesOf(format)
    .binding.map((identity) => judge(identity, reading))
    .filter(({ verdict, identity }) => verdict !== 'incomplete' && identity.rule.relation === '=')
    .map(equationOf)
}

function equationOf({ identity, expected, actual }: Judgement): Equation {
  const { rule, total, parts } = identity
  return {
    family: rule.rule,
    residual: exactSum([actual ?? 0, -(expected ?? 0)]),
    terms: [
      ...total.map(({ index, sign }) => ({ cell: index, sign })),
      ...parts.map(({ index, sign }) => ({ cell: index, sign: sign === 1 ? -1 : 1 }) as const),
    ],
  }
}

const suggested = (values: readonly CellValue[], { cell, delta }: Change): number =>
  exactSum([values[cell] ?? 0, delta])

/** A sum is the likelier slip than what is summed; after that, whatever the form has first. */
function byLikelihood(format: Format): (one: Change[], other: Change[]) => number {
  const sums = new Set(
    identitiesOf(format).binding.flatMap(({ total }) =>
      total.length === 1 ? total.map(({ index }) => index) : [],
    ),
  )
  const sumsIn = (changes: Change[]) => changes.filter(({ cell }) => sums.has(cell)).length
  return (one, other) => sumsIn(other) - sumsIn(one) || firstDifference(one, other)
}

function firstDifference(one: Change[], other: Change[]): number {
  const differing = one.findIndex(({ cell }, index) => cell !== other[index]?.cell)
  return differing < 0 ? 0 : (one[differing]?.cell ?? 0) - (other[differing]?.cell ?? 0)
}

function repairOf(format: Format, values: readonly CellValue[], set: Change[]): Repair {
  const changes = set.flatMap((change) => {
    const cell = identitiesOf(format).cells[change.cell]
    const actual = values[change.cell] ?? 0
    return cell ? [{ cell, actual, suggested: suggested(values, change) }] : []
  })
  const steps = changes.map(
    ({ cell, actual, suggested: value }) => `将${cellName(format, cell)}由 ${actual} 改为 ${value}`,
  )
  return { changes, message: steps.join('，并') }
}

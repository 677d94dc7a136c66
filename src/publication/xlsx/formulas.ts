import { cellRef, rangeRef } from 'hucre/xlsx'
import type { CellRef } from '../../formats/types.ts'
import { exactSum } from '../../reconciliation/exactSum.ts'
import type { Identity, IdentityTerm } from '../../reconciliation/identities.ts'
import { judge, type Reading } from '../../reconciliation/reading.ts'
import type { Place } from './SheetGrid.ts'

/** The identities of the form as formulas over the cells of the workbook. */

/** Where a cell of the report is; `sheet` where the formula stands on another sheet. */
export type Locate = (cell: CellRef) => Place & { sheet?: string }

export interface Formula {
  formula: string
  /** What it comes to with the published figures, for viewers that do not calculate. */
  formulaResult: string | number
}

/** What a verdict says; where both sides differ it is the difference, a number. */
export const holds = { '=': '平', '<=': '符合' } as const
export const blankWord = '未填'

/** The forms have six decimals at most; what is smaller comes from binary fractions. */
export const rounded = (formula: string): string => `ROUND(${formula},6)`

const prefixOf = ({ sheet }: { sheet?: string }): string =>
  sheet === undefined ? '' : `'${sheet.replaceAll("'", "''")}'!`

const addressOf = (place: ReturnType<Locate>): string =>
  prefixOf(place) + cellRef(place.row, place.column)

/** @returns `SUM(D5:I5)` where the terms are neighbours, else `D5+D6-D7` */
export function sumFormula(terms: readonly IdentityTerm[], locate: Locate): string {
  const range = rangeOf(terms, locate)
  if (range) return `SUM(${range})`
  return terms
    .map(({ cell, sign }, i) => {
      const operator = sign < 0 ? '-' : i > 0 ? '+' : ''
      return operator + addressOf(locate(cell))
    })
    .join('')
}

/** @returns `undefined` where the terms are not one block in one line, or some are subtracted */
function rangeOf(terms: readonly IdentityTerm[], locate: Locate): string | undefined {
  const places = terms.map(({ cell }) => locate(cell))
  const [first, last] = [places[0], places.at(-1)]
  if (!first || !last || terms.length < 3 || terms.some(({ sign }) => sign < 0)) return undefined
  const inRow = places.every((p, i) => p.row === first.row && p.column === first.column + i)
  const inColumn = places.every((p, i) => p.column === first.column && p.row === first.row + i)
  if (!inRow && !inColumn) return undefined
  return prefixOf(first) + rangeRef(first.row, first.column, last.row, last.column)
}

const bracketed = (sum: string): string => (sum.startsWith('SUM(') ? sum : `(${sum})`)

/** How many of the cells hold a number, to be compared with how many there are. */
export const countFormula = (sides: readonly (readonly IdentityTerm[])[], locate: Locate): string =>
  `COUNT(${sides
    .flatMap(
      (terms) =>
        rangeOf(terms, locate) ?? terms.map(({ cell }) => addressOf(locate(cell))).join(','),
    )
    .join(',')})`

/** One side of an identity, empty where a cell is blank: blank and zero are different things. */
export function sideFormula(
  terms: readonly IdentityTerm[],
  result: number | null,
  locate: Locate,
): Formula {
  const whole = `${countFormula([terms], locate)}=${terms.length}`
  return {
    formula: `IF(${whole},${rounded(sumFormula(terms, locate))},"${blankWord}")`,
    formulaResult: result ?? blankWord,
  }
}

/** Whether an identity holds; where it does not, by how much its total is too large. */
export function verdictFormula(identity: Identity, reading: Reading, locate: Locate): Formula {
  const { total, parts, rule } = identity
  const count = total.length + parts.length
  const difference = rounded(`${sumFormula(total, locate)}-${bracketed(sumFormula(parts, locate))}`)
  const whole = `${countFormula([total, parts], locate)}=${count}`
  const word = holds[rule.relation]
  return {
    formula: `IF(${whole},IF(${difference}${rule.relation}0,"${word}",${difference}),"${blankWord}")`,
    formulaResult: verdictOf(identity, reading),
  }
}

export function verdictOf(identity: Identity, reading: Reading): string | number {
  const { verdict, actual, expected } = judge(identity, reading)
  if (verdict === 'incomplete') return blankWord
  return verdict === 'satisfied'
    ? holds[identity.rule.relation]
    : exactSum([actual ?? 0, -(expected ?? 0)])
}

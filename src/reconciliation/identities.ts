import { cellRefsOf, rowsOf } from '../formats/cells.ts'
import { cellPath } from '../formats/labels.ts'
import type { CellRef, Format, Rule, Term } from '../formats/types.ts'

/**
 * The rules of a form, written out: a rule speaks of rows or columns, an identity of cells. Done
 * once a form, so that a reconciliation only reads numbers from lists.
 */

export interface IdentityTerm {
  readonly key: string
  readonly cell: CellRef
  /** Where the cell's value is: in the list of this year's values, or of last year's. */
  readonly index: number
  readonly lastYear: boolean
  readonly sign: 1 | -1
}

/** `Σ total relation Σ parts`, in one row or column. */
export interface Identity {
  readonly rule: Rule
  /** The row or column in which it holds. */
  readonly line: string
  readonly total: readonly IdentityTerm[]
  readonly parts: readonly IdentityTerm[]
}

export interface Identities {
  /** The cells of the form; values are listed in this order. */
  readonly cells: readonly CellRef[]
  /** The cells of last year's report that some convention reads; its values have this order. */
  readonly lastYearCells: readonly CellRef[]
  /** Of the statutory and arithmetic rules, in the order of the form. */
  readonly binding: readonly Identity[]
  readonly conventions: readonly Identity[]
  /** The cells that no binding identity needs, as places in `cells`. */
  readonly unbound: readonly number[]
}

const identitiesByFormat = new WeakMap<Format, Identities>()

/** @returns every identity of the form, with its cells. */
export function identitiesOf(format: Format): Identities {
  let identities = identitiesByFormat.get(format)
  if (!identities) {
    identities = writeOut(format)
    identitiesByFormat.set(format, identities)
  }
  return identities
}

function writeOut(format: Format): Identities {
  const cells = listCells(cellRefsOf(format))
  const lastYearCells = listCells([])
  const identities = format.rules.flatMap((rule) =>
    linesOf(format, rule, cells).map((line) => {
      const place = (term: Term): IdentityTerm => {
        const cell = cellOf(rule, term.key, line)
        const lastYear = term.lastYear === true
        const index = (lastYear ? lastYearCells : cells).place(cell)
        return { key: term.key, cell, index, lastYear, sign: term.sign ?? 1 }
      }
      return { rule, line, total: rule.total.map(place), parts: rule.parts.map(place) }
    }),
  )
  const binding = identities.filter(({ rule }) => rule.authority !== 'convention')
  const bound = new Set(binding.flatMap((identity) => cellsOf(identity).map(cellPath)))
  return {
    cells: cells.refs,
    lastYearCells: lastYearCells.refs,
    binding,
    conventions: identities.filter(({ rule }) => rule.authority === 'convention'),
    unbound: cells.refs.flatMap((cell, index) => (bound.has(cellPath(cell)) ? [] : [index])),
  }
}

/** The cells of this year's report in an identity, the total's first. */
export const cellsOf = ({ total, parts }: Identity): CellRef[] =>
  [...total, ...parts].filter(({ lastYear }) => !lastYear).map(({ cell }) => cell)

const cellOf = ({ table, along }: Rule, key: string, line: string): CellRef =>
  along === 'rows' ? { table, row: key, column: line } : { table, row: line, column: key }

/** The rows or columns in which a rule holds: those that have all of its cells. */
function linesOf(format: Format, rule: Rule, cells: CellList): string[] {
  const rows = rowsOf(format).filter(({ table }) => table === rule.table)
  const lines =
    rule.along === 'columns'
      ? rows.map(({ row }) => row.key)
      : rows.flatMap(({ columns }) => columns.map(({ key }) => key))
  const needed = [...rule.total, ...rule.parts].filter(({ lastYear }) => !lastYear)
  return [...new Set(lines)]
    .filter((line) => !rule.only || rule.only.includes(line))
    .filter((line) => needed.every(({ key }) => cells.has(cellOf(rule, key, line))))
}

type CellList = ReturnType<typeof listCells>

/** A list of cells that knows where each one is, and takes in those that are new to it. */
function listCells(initial: readonly CellRef[]) {
  const refs = [...initial]
  const places = new Map(refs.map((cell, index) => [cellPath(cell), index]))
  return {
    refs,
    has: (cell: CellRef) => places.has(cellPath(cell)),
    place(cell: CellRef): number {
      const path = cellPath(cell)
      const index = places.get(path) ?? refs.push(cell) - 1
      places.set(path, index)
      return index
    },
  }
}

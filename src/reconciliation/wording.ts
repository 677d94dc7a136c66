import { findRow } from '../formats/cells.ts'
import { columnLabel, rowLabel } from '../formats/labels.ts'
import type { CellRef, Format } from '../formats/types.ts'
import type { Identity, IdentityTerm } from './identities.ts'
import { valueOf } from './reading.ts'
import type { Judgement, Reading } from './reading.ts'

/** How findings speak to the editor: in the words of the form, long labels cut. */

const namedAtMost = 4

/** For example （二）部分公开, without the remark that the form prints after it. */
export const shortened = (label: string): string => label.replace(/^(..+?)[（、].*$/u, '$1')

const rowName = (format: Format, { table, row }: CellRef) => shortened(rowLabel(format, table, row))
const columnName = (format: Format, cell: CellRef) => shortened(columnLabel(format, cell))

/** For example 依申请公开表“（一）予以公开”行“自然人”列. */
export const cellName = (format: Format, cell: CellRef): string =>
  `${format.tables[cell.table].label}${placeName(format, cell)}`

const placeName = (format: Format, cell: CellRef) =>
  `“${rowName(format, cell)}”行“${columnName(format, cell)}”列`

/** Cells of one table, a handful of them by name. */
export function cellList(format: Format, cells: readonly CellRef[]): string {
  return handful(cells.map((cell) => placeName(format, cell)))
}

function handful(names: readonly string[]): string {
  const named = names.slice(0, namedAtMost).join('、')
  return names.length > namedAtMost ? `${named}等 ${names.length} 格` : named
}

/** What is wrong with an identity that does not hold, or which cells it waits for. */
export function describe(format: Format, judgement: Judgement, reading: Reading): string {
  const { identity, expected, actual } = judgement
  const { statement, relation } = identity.rule
  const place = lineName(format, identity)
  if (judgement.verdict === 'incomplete') {
    const blanks = [...identity.total, ...identity.parts].filter(
      (term) => valueOf(term, reading) === null,
    )
    const names = handful(blanks.map((term) => `“${termName(format, identity, term)}”`))
    return `${place}：${names}未填写，无法核对（${statement}）`
  }
  const should = relation === '=' ? '应为' : '应不超过'
  const basis = [statement, ...lastYearValues(format, identity, reading)].join('；')
  return `${place}：${totalName(format, identity)}${should} ${expected}，实际为 ${actual}（${basis}）`
}

/** The row or column in which an identity holds. */
function lineName(format: Format, identity: Identity): string {
  const { table, along } = identity.rule
  const [cell] = identity.total.map((term) => term.cell)
  if (!cell) return format.tables[table].label
  const line = along === 'rows' ? `“${columnName(format, cell)}”列` : `“${rowName(format, cell)}”行`
  return `${format.tables[table].label}${line}`
}

const termName = (format: Format, { rule }: Identity, { cell }: IdentityTerm) =>
  rule.along === 'rows' ? rowName(format, cell) : columnName(format, cell)

function totalName(format: Format, identity: Identity): string {
  if (identity.total.length === 1) {
    return identity.total.map((term) => `“${termName(format, identity, term)}”`).join()
  }
  const names = identity.total.map((term) =>
    identity.rule.along === 'rows'
      ? numberedRowName(format, term.cell)
      : columnName(format, term.cell),
  )
  return `${names.map((name) => `“${name}”`).join('与')}之和`
}

/** For example 三（七）总计: with the number of the part of the form that the row stands in. */
function numberedRowName(format: Format, cell: CellRef): string {
  const labels = findRow(format, cell.table, cell.row)?.row.labels ?? []
  const [number] = labels.length > 1 ? (labels[0]?.split('、') ?? []) : []
  return `${number ?? ''}${rowName(format, cell)}`
}

const lastYearValues = (format: Format, identity: Identity, reading: Reading): string[] =>
  identity.parts
    .filter(({ lastYear }) => lastYear)
    .map((term) => `上一年度“${termName(format, identity, term)}”为 ${valueOf(term, reading)}`)

import { findRow } from './cells.ts'
import type { FormatRow } from './cells.ts'
import { tableKeys } from './index.ts'
import { cellLabel, cellPath, rowLabel } from './labels.ts'
import { refuseValue } from './officialValue.ts'
import type { Cells, CellValue, Format, TableKey, TablesData, TablesPatch } from './types.ts'

/** Some cells of a report, as a save sends them: what the form accepts, and what it does not. */

export interface PatchProblem {
  /** Such as `tables.applications.received.total`. */
  path: string
  /** Chinese, ready to be shown. */
  message: string
}

export interface CheckedPatch {
  /** Only known cells with values that may stand in them. */
  patch: TablesPatch
  /** What was left out, and why; to be refused as a whole when there is any. */
  problems: PatchProblem[]
}

/**
 * @param format the form of the report
 * @param patch the `tables` of a request, of any shape; an empty object is fine
 * @returns the cells that the form accepts, and a problem for everything else; never throws
 */
export function checkPatch(format: Format, patch: unknown): CheckedPatch {
  const problems: PatchProblem[] = []
  const checked: TablesPatch = {}
  const refuse = (path: string, message: string) => problems.push({ path, message })

  for (const [table, rows] of entriesOf(patch, 'tables', refuse)) {
    const path = `tables.${table}`
    if (!isTableKey(table)) {
      refuse(path, `没有“${cut(table)}”这张表`)
      continue
    }
    for (const [row, cells] of entriesOf(rows, path, refuse)) {
      const found = findRow(format, table, row)
      if (found) checkRow(format, found, cells, checked, refuse)
      else refuse(`${path}.${row}`, `${format.tables[table].label}没有“${cut(row)}”这一行`)
    }
  }
  return { patch: checked, problems }
}

type Refuse = (path: string, message: string) => void

function checkRow(
  format: Format,
  { table, row, columns }: FormatRow,
  sent: unknown,
  checked: TablesPatch,
  refuse: Refuse,
): void {
  const path = `tables.${table}.${row.key}`
  const cells: Cells = {}
  for (const [key, value] of entriesOf(sent, path, refuse)) {
    const ref = { table, row: row.key, column: key }
    const column = columns.find((candidate) => candidate.key === key)
    if (!column) {
      const label = `${format.tables[table].label}“${rowLabel(format, table, row.key)}”行`
      refuse(cellPath(ref), `${label}没有“${cut(key)}”这一列`)
      continue
    }
    const problem = refuseValue(column, value)
    if (problem === undefined) cells[key] = cellValueOf(value)
    else refuse(cellPath(ref), `${cellLabel(format, ref)}${problem}`)
  }
  if (Object.keys(cells).length > 0) checked[table] = { ...checked[table], [row.key]: cells }
}

/** JSON can say −0, which is no other number than 0 to anybody who reads the report. */
const cellValueOf = (value: unknown): CellValue => (typeof value === 'number' ? value + 0 : null)

function entriesOf(value: unknown, path: string, refuse: Refuse): [string, unknown][] {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return Object.entries(value)
  }
  refuse(path, `${path} 应为以名称为键的对象`)
  return []
}

const isTableKey = (key: string): key is TableKey => tableKeys.some((table) => table === key)

const cut = (name: string) => (name.length > 40 ? `${name.slice(0, 40)}…` : name)

/**
 * @param tables the cells of a report; is not changed
 * @param patch as `checkPatch` returns it
 * @returns the tables with the cells of the patch in place of the old ones
 */
export function applyPatch(tables: TablesData, patch: TablesPatch): TablesData {
  const patched = { ...tables }
  for (const table of tableKeys) {
    patched[table] = { ...tables[table] }
    for (const [row, cells] of Object.entries(patch[table] ?? {})) {
      patched[table][row] = { ...tables[table][row], ...cells }
    }
  }
  return patched
}

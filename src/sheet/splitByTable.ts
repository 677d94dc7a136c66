import { tableKeys } from '../formats/index.ts'
import type { TableKey } from '../formats/types.ts'
import { enoughForTable, speaksFor } from '../importing/recogniseTables.ts'
import type { PrintedRows } from './placing.ts'

export interface TableRows {
  readonly key: TableKey
  readonly rows: PrintedRows
}

/**
 * Tells which rows belong to which table, for somebody may copy a whole report. A row without
 * labels belongs where the one above it does.
 * @param target the table that is pasted into; it has what names no table
 */
export function splitByTable(rows: PrintedRows, target: TableKey): TableRows[] {
  const named = rows.map((row) => tableNamedIn(row, target))
  let current = named.find((key) => key !== undefined) ?? target
  const keys = named.map((key) => (current = key ?? current))
  return tableKeys.flatMap((key) => {
    const own = rows.filter((_, i) => keys[i] === key)
    return own.length > 0 ? [{ key, rows: own }] : []
  })
}

/** Where two tables print the same words, it is the one that is pasted into. */
function tableNamedIn(row: readonly string[], target: TableKey): TableKey | undefined {
  const score = (key: TableKey) => row.reduce((sum, text) => sum + speaksFor(key, text), 0)
  const best = tableKeys.reduce((one, other) => (score(other) > score(one) ? other : one), target)
  return score(best) >= enoughForTable ? best : undefined
}

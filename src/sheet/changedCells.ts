import type { CellRef, CellValue, TableKey, TablesData } from '../formats/types.ts'
import type { TypedCell } from './typedCell.ts'

export interface ChangedCell {
  readonly cell: CellRef
  /** What the server has. */
  readonly before: CellValue
  readonly after: TypedCell
}

/** A cell that two people have changed, differently. */
export interface Conflict {
  readonly cell: CellRef
  readonly base: CellValue
  readonly mine: TypedCell
  readonly theirs: CellValue
}

/** Some cells, by table, row and column. */
export type Patch<Value> = Partial<Record<TableKey, Record<string, Record<string, Value>>>>

/** @returns the changed cells nested by table, row and column. */
export function patchOf<Value>(
  changes: readonly ChangedCell[],
  valueFor: (change: ChangedCell) => Value,
): Patch<Value> {
  const patch: Patch<Value> = {}
  for (const change of changes) {
    const { table, row, column } = change.cell
    const rows = (patch[table] ??= {})
    const cells = (rows[row] ??= {})
    cells[column] = valueFor(change)
  }
  return patch
}

/** @returns where `theirs` has become another value than before, and than mine. */
export const conflictsBetween = (mine: readonly ChangedCell[], theirs: TablesData): Conflict[] =>
  mine.flatMap(({ cell, before, after }) => {
    const value = valueIn(theirs, cell)
    return value === before || value === after
      ? []
      : [{ cell, base: before, mine: after, theirs: value }]
  })

/** A cell that is missing counts as blank. */
export const valueIn = (tables: TablesData, { table, row, column }: CellRef): CellValue =>
  tables[table][row]?.[column] ?? null

import { rowsOf } from '../formats/cells.ts'
import { applyPatch } from '../formats/patch.ts'
import type {
  CellRef,
  CellValue,
  Format,
  TableKey,
  TablesData,
  TablesPatch,
} from '../formats/types.ts'

/** What taking tables from a file comes to. Pure: the admin tells it before anything is stored. */

/** Whether a table has the same cells in both forms, so that one can be taken into the other. */
export const isSameTable = (one: Format, other: Format, table: TableKey): boolean =>
  one === other || shapeOf(one, table) === shapeOf(other, table)

const shapeOf = (format: Format, table: TableKey): string =>
  rowsOf(format)
    .filter((row) => row.table === table)
    .map(({ row, columns }) => `${row.key}:${columns.map(({ key }) => key).join()}`)
    .join(' ')

/**
 * The cells to be saved. What the file leaves blank is left out: it was not read, and what stands in
 * the report stays.
 */
export function patchOf(read: TablesData, tables: readonly TableKey[]): TablesPatch {
  const patch: TablesPatch = {}
  for (const table of tables) {
    for (const [row, cells] of Object.entries(read[table])) {
      const filled = Object.entries(cells).filter(([, value]) => value !== null)
      if (filled.length > 0) patch[table] = { ...patch[table], [row]: Object.fromEntries(filled) }
    }
  }
  return patch
}

/** @returns the tables of the report as they will be. */
export const tablesAfter = (
  before: TablesData,
  read: TablesData,
  tables: readonly TableKey[],
): TablesData => applyPatch(before, patchOf(read, tables))

export interface ReplacedCell extends CellRef {
  before: CellValue
  after: CellValue
}

/** The cells of a table that have a value now and will have another. */
export function replacedCells(
  before: TablesData,
  read: TablesData,
  table: TableKey,
): ReplacedCell[] {
  return Object.entries(patchOf(read, [table])[table] ?? {}).flatMap(([row, cells]) =>
    Object.entries(cells).flatMap(([column, after]) => {
      const old = before[table][row]?.[column] ?? null
      return old === null || old === after ? [] : [{ table, row, column, before: old, after }]
    }),
  )
}

/** @returns how many cells of a table have a value */
export const filledIn = (tables: TablesData, table: TableKey): number =>
  Object.values(tables[table])
    .flatMap((cells) => Object.values(cells))
    .filter((value) => value !== null).length

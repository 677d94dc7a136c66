import { rowsOf } from '../../formats/cells.ts'
import { tableKeys } from '../../formats/index.ts'
import { cellPath } from '../../formats/labels.ts'
import { layoutOf, type TableLayout } from '../../formats/layout.ts'
import type { CellRef, Column, Format, TableKey } from '../../formats/types.ts'
import { headsOf, type Heads } from '../../publication/headsOf.ts'
import { headId } from './ids.ts'

/** A cell of the form, where it stands on the page. */
export interface CellPlace {
  readonly cell: CellRef
  readonly column: Column
  /** Ids of all heads that speak of it. */
  readonly heads: readonly string[]
}

export interface LaidOut {
  readonly layout: TableLayout
  readonly heads: Heads
}

export interface Places {
  readonly tables: Readonly<Record<TableKey, LaidOut>>
  /** By path, in the order of the form. */
  readonly cells: ReadonlyMap<string, CellPlace>
}

/** Lays the form's tables out, once for a page. */
export function placesOf(format: Format): Places {
  const tables = Object.fromEntries(
    tableKeys.map((key) => {
      const layout = layoutOf(key, format.tables[key])
      return [key, { layout, heads: headsOf(layout) }]
    }),
  ) as Record<TableKey, LaidOut>
  return { tables, cells: cellPlaces(format, tables) }
}

function cellPlaces(
  format: Format,
  tables: Readonly<Record<TableKey, LaidOut>>,
): Map<string, CellPlace> {
  const heads = new Map(
    tableKeys.flatMap((key) => {
      const values = tables[key].layout.rows.flat().filter(({ cell }) => cell !== undefined)
      return values.map(
        (value) =>
          [
            value.cell ? cellPath(value.cell) : '',
            tables[key].heads.of(value).map((position) => headId(key, position)),
          ] as const,
      )
    }),
  )
  return new Map(
    rowsOf(format).flatMap(({ table, row, columns }) =>
      columns.map((column) => {
        const cell = { table, row: row.key, column: column.key }
        return [cellPath(cell), { cell, column, heads: heads.get(cellPath(cell)) ?? [] }] as const
      }),
    ),
  )
}

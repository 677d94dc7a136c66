import type { ColumnDef, WriteSheet } from 'hucre/xlsx'
import { findColumn } from '../../formats/cells.ts'
import { formatOf } from '../../formats/index.ts'
import { cellPath } from '../../formats/labels.ts'
import { layoutOf } from '../../formats/layout.ts'
import { placesOf, type Placed } from '../../formats/placed.ts'
import type { CellRef, Table, TableKey } from '../../formats/types.ts'
import type { Reading } from '../../reconciliation/reading.ts'
import { cellsOf } from '../publishedCells.ts'
import type { Publication, ReportContent } from '../types.ts'
import { putChecks } from './checks.ts'
import { putOpening } from './opening.ts'
import { pageOf } from './page.ts'
import { markVerdicts, SheetGrid, type Place } from './SheetGrid.ts'
import { columnHead, groupHead, rowHead, values } from './styles.ts'

export interface TableSheet {
  sheet: WriteSheet
  /** Where a cell of the report is. */
  locate: (cell: CellRef) => Place & { sheet: string }
}

const heads = { columnHead, rowHead, groupHead } as const

/** A table as printed, its figures as they were published, with the checks beside and below it. */
export function tableSheet(publication: Publication, key: TableKey, reading: Reading): TableSheet {
  const { content } = publication
  const table = formatOf(content.format).tables[key]
  const layout = layoutOf(key, table)
  const grid = new SheetGrid()
  const top = putOpening(grid, publication, table.label, layout.columns)
  const placed = placesOf(layout.rows).map((one) => ({ ...one, row: one.row + top }))
  putCells(grid, content, placed)
  const locate = locator(placed, table.label)
  const area = { top, columns: layout.columns, bottom: top + layout.rows.length }
  const within = (cell: CellRef): Place => ({ row: locate(cell).row, column: locate(cell).column })
  const verdicts = putChecks(grid, { content, key, reading, area, locate: within })
  const freeze = frozen(table, placed)
  return {
    sheet: {
      name: table.label,
      ...grid.sheet(widths(table, layout.columns)),
      conditionalRules: markVerdicts(verdicts),
      freezePane: freeze,
      ...pageOf(publication, freeze.rows, table.layout === 'stacked' ? 'portrait' : 'landscape'),
    },
    locate,
  }
}

function putCells(grid: SheetGrid, content: ReportContent, placed: readonly Placed[]): void {
  const read = cellsOf(content)
  const format = formatOf(content.format)
  for (const { cell, ...place } of placed) {
    const span = { rows: cell.rowSpan, columns: cell.colSpan }
    if (cell.kind !== 'value') grid.put(place, { value: cell.text }, heads[cell.kind], span)
    else if (cell.cell) {
      const type = findColumn(format, cell.cell)?.type ?? 'count'
      grid.put(place, { value: read(cell.cell) }, values[type], span)
    }
  }
}

function locator(placed: readonly Placed[], sheet: string): TableSheet['locate'] {
  const places = new Map(
    placed.flatMap(({ cell: { cell }, row, column }) =>
      cell ? [[cellPath(cell), { row, column, sheet }] as const] : [],
    ),
  )
  return (cell) => {
    const place = places.get(cellPath(cell))
    if (!place) throw new RangeError(`The sheet has no cell ${cellPath(cell)}`)
    return place
  }
}

/** Where the heads are on top of everything they stay in sight, and so do labels at the side. */
function frozen({ layout }: Table, placed: readonly Placed[]): { rows: number; columns: number } {
  const values = placed.filter(({ cell }) => cell.kind === 'value')
  const first = Math.min(...values.map(({ row }) => row))
  const top = Math.min(...placed.map(({ row }) => row))
  return {
    rows: layout === 'stacked' ? top : first,
    columns: layout === 'matrix' ? Math.min(...values.map(({ column }) => column)) : 0,
  }
}

const labelWidths: Readonly<Record<Table['layout'], readonly number[]>> = {
  matrix: [11, 15, 40],
  stacked: [26],
  sideBySide: [],
}
const valueWidths: Readonly<Record<Table['layout'], number>> = {
  matrix: 12,
  stacked: 20,
  sideBySide: 11,
}

/** The last is of the checks beside the table. */
const widths = ({ layout }: Table, columns: number): ColumnDef[] => [
  ...Array.from({ length: columns }, (_, i) => ({
    width: labelWidths[layout][i] ?? valueWidths[layout],
  })),
  { width: 22 },
]

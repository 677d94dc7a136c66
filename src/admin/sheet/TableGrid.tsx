import { memo } from 'react'
import type { LayoutCell } from '../../formats/layout.ts'
import type { TableKey } from '../../formats/types.ts'
import { partsOf, type LayoutRow } from '../../publication/tableParts.ts'
import { Cell } from './Cell.tsx'
import { clipboardHandlers } from './clipboard.ts'
import { gridHandlers } from './gridHandlers.ts'
import { Head } from './Head.tsx'
import { headId, hintId } from './ids.ts'
import type { SheetView } from './SheetView.ts'

interface Props {
  view: SheetView
  table: TableKey
}

/** An official table with its merged heads, whose values are edited as in a spreadsheet. */
export const TableGrid = memo(function TableGrid({ view, table }: Props) {
  const { label, layout: kind } = view.sheet.format.tables[table]
  const { layout } = view.places.tables[table]
  const { head, bodies } = partsOf(layout)
  const draw = (rows: readonly LayoutRow[]) =>
    rows.map((row, index) => (
      <tr key={index}>
        {row.map((cell, i) => (
          <Place key={i} view={view} table={table} cell={cell} />
        ))}
      </tr>
    ))
  return (
    <table
      role="grid"
      className={`gongkai-sheet__grid gongkai-sheet__grid--${kind}`}
      aria-describedby={hintId}
      aria-multiselectable="true"
      {...gridHandlers(view)}
      {...clipboardHandlers(view)}
    >
      <caption>{label}</caption>
      <colgroup>
        {Array.from({ length: layout.columns }, (_, index) => (
          <col key={index} />
        ))}
      </colgroup>
      {head.length > 0 && <thead>{draw(head)}</thead>}
      {bodies.map((body, index) => (
        <tbody key={index}>{draw(body)}</tbody>
      ))}
    </table>
  )
})

function Place({ view, table, cell }: Props & { cell: LayoutCell }) {
  const { heads } = view.places.tables[table]
  if (!cell.cell)
    return <Head view={view} table={table} head={cell} position={heads.position(cell)} />
  const headers = heads.of(cell).map((position) => headId(table, position))
  return <Cell view={view} cell={cell.cell} headers={headers.join(' ')} colSpan={cell.colSpan} />
}

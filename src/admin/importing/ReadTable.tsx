import { formatOf } from '../../formats/index.ts'
import { layoutOf, type LayoutCell } from '../../formats/layout.ts'
import type { CellRef, TableKey, TablesData } from '../../formats/types.ts'
import { headsOf } from '../../publication/headsOf.ts'
import type { Reconciliation } from '../../reconciliation/types.ts'

interface Props {
  format: string
  table: TableKey
  tables: TablesData
  reconciliation: Reconciliation
}

/** A table as it was read, in the official layout, with what is wrong in its cells. */
export function ReadTable({ format, table, tables, reconciliation }: Props) {
  const form = formatOf(format).tables[table]
  const layout = layoutOf(table, form)
  const heads = headsOf(layout)
  const marks = marksOf(reconciliation)
  const id = (position: string) => `read-${table}-${position}`

  const draw = (cell: LayoutCell, index: number) => {
    const spans = { colSpan: cell.colSpan, rowSpan: cell.rowSpan }
    if (!cell.cell) {
      return (
        <th key={index} {...spans} id={id(heads.position(cell))} scope={scopes[cell.kind]}>
          {cell.text}
        </th>
      )
    }
    const { row, column } = cell.cell
    const mark = marks.get(idOfCell(cell.cell))
    return (
      <td
        key={index}
        {...spans}
        id={idOfCell(cell.cell)}
        headers={heads.of(cell).map(id).join(' ')}
        tabIndex={-1}
        className={mark && `gongkai-read__cell--${mark.kind}`}
      >
        <Value value={tables[table][row]?.[column] ?? null} />
        {mark && <span className="gongkai-read__mark">{mark.text}</span>}
      </td>
    )
  }
  return (
    <div className="gongkai-read__table" role="region" aria-label={form.label} tabIndex={0}>
      <table>
        <tbody>
          {layout.rows.map((row, index) => (
            <tr key={index}>{row.map(draw)}</tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const scopes = { columnHead: 'col', rowHead: 'row', groupHead: 'colgroup', value: undefined }

const Value = ({ value }: { value: number | null }) =>
  value === null ? <span className="gongkai-read__blank">空</span> : <>{value}</>

const idOfCell = ({ table, row, column }: CellRef): string => `read-${table}-${row}-${column}`

interface Mark {
  kind: 'wrong' | 'involved'
  text: string
}

/** The likeliest wrong cells with what they should be, and all that stand in a violated identity. */
function marksOf({ findings, diagnosis }: Reconciliation): Map<string, Mark> {
  const marks = new Map<string, Mark>()
  for (const { severity, status, cells } of findings) {
    if (severity !== 'error' || status !== 'violated') continue
    for (const cell of cells) marks.set(idOfCell(cell), { kind: 'involved', text: '不符' })
  }
  const [repair] = diagnosis?.repairs ?? []
  for (const { cell, suggested } of repair?.changes ?? []) {
    const text = diagnosis?.unique ? `应为 ${suggested}` : `或为 ${suggested}`
    marks.set(idOfCell(cell), { kind: 'wrong', text })
  }
  return marks
}

/** Brings a cell that was read into sight and gives it the focus. */
export function showCell(cell: CellRef | undefined): void {
  const element = cell && document.getElementById(idOfCell(cell))
  if (!element) return
  element.closest('details')?.setAttribute('open', '')
  element.focus()
  element.scrollIntoView({ block: 'center', inline: 'center' })
}

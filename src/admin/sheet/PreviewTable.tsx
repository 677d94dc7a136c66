import { cellPath } from '../../formats/labels.ts'
import type { LayoutCell } from '../../formats/layout.ts'
import type { TableKey } from '../../formats/types.ts'
import { scopes } from '../../publication/tableParts.ts'
import type { Placement } from '../../sheet/planPaste.ts'
import type { TypedCell } from '../../sheet/typedCell.ts'
import type { SheetView } from './SheetView.ts'

interface Props {
  view: SheetView
  table: TableKey
  /** By path. */
  placements: ReadonlyMap<string, Placement>
  wrongPaths: ReadonlySet<string>
}

/** A small copy of the official table, with what would be in it after a paste. */
export function PreviewTable({ view, table, placements, wrongPaths }: Props) {
  const { layout } = view.places.tables[table]
  const { label, layout: kind } = view.sheet.format.tables[table]
  const draw = (cell: LayoutCell, index: number) => {
    const { colSpan, rowSpan, text, cell: ref } = cell
    if (!ref) {
      const scope = cell.kind === 'value' ? undefined : scopes[cell.kind]
      return (
        <th key={index} scope={scope} colSpan={colSpan} rowSpan={rowSpan}>
          {text}
        </th>
      )
    }
    const path = cellPath(ref)
    const placement = placements.get(path)
    return (
      <td key={index} colSpan={colSpan} data-kind={kindOf(placement, wrongPaths.has(path))}>
        {placement ? <Placed placement={placement} /> : (view.sheet.valueOf(ref) ?? '')}
      </td>
    )
  }
  return (
    <div className="gongkai-paste__table">
      <table className={`gongkai-paste__table--${kind}`}>
        <caption>{label}</caption>
        <tbody>
          {layout.rows.map((row, index) => (
            <tr key={index}>{row.map(draw)}</tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function kindOf(placement: Placement | undefined, isWrong: boolean): string {
  if (!placement) return 'untouched'
  if (isWrong) return 'wrong'
  if (!placement.changes) return 'same'
  if (placement.value === null) return 'cleared'
  return placement.before === null ? 'new' : 'overwritten'
}

/** 旧 → 新 where something was there. */
const Placed = ({ placement: { changes, before, value } }: { placement: Placement }) =>
  changes && before !== null ? (
    <>
      <del>{before}</del> <span aria-hidden="true">→</span> <ins>{shown(value)}</ins>
    </>
  ) : (
    shown(value)
  )

const shown = (value: TypedCell): string => (value === null ? '未填' : String(value))

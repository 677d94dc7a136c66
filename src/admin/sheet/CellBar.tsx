import { useSyncExternalStore } from 'react'
import { findRow } from '../../formats/cells.ts'
import { cellPath, columnLabel } from '../../formats/labels.ts'
import type { CellRef } from '../../formats/types.ts'
import { useObservable } from '../desk/observable.ts'
import type { SheetView } from './SheetView.ts'

/**
 * Under the tables, always in sight: which cell the person is at, what is to be said of it, and
 * what was done last. A screen reader hears the first two at the cell itself.
 */
export function CellBar({ view }: { view: SheetView }) {
  const active = useObservable(view.selection)?.anchor
  const message = useObservable(view.message)
  return (
    <div className="gongkai-cellbar">
      <div className="gongkai-cellbar__place">
        <div
          className="gongkai-cellbar__bar"
          data-empty={(!active && message.text === '') || undefined}
        >
          {/* The same elements whichever cell it is, see Cell. */}
          {active && <ActiveCell view={view} cell={active} />}
          <p role="status" className="gongkai-cellbar__message">
            {/* Another element each time, so that the same words are said again. */}
            <span key={message.count}>{message.text}</span>
          </p>
        </div>
      </div>
    </div>
  )
}

/** Of no width: a text that goes altogether costs as much as an element that does, see Cell. */
const nothing = '\u200B'

function ActiveCell({ view, cell }: { view: SheetView; cell: CellRef }) {
  const path = cellPath(cell)
  const read = () => view.cells.get(path)
  const { note, isChanged, lastYear } = useSyncExternalStore(
    (listener) => view.cells.follow(path, listener),
    read,
    read,
  )
  const facts = [
    ...(isChanged ? [`未保存，原为${view.sheet.baseOf(cell) ?? '未填'}`] : []),
    ...(lastYear ? [`上年 ${lastYear}`] : []),
  ]
  return (
    <div className="gongkai-cellbar__cell" aria-hidden="true">
      <strong>{nameOf(view, cell)}</strong>
      <span className="gongkai-muted">{facts.join('；') || nothing}</span>
      <span className="gongkai-cellbar__note">{note || nothing}</span>
    </div>
  )
}

/** From the outermost label to the column, as one finds it on the form. */
function nameOf({ sheet: { format } }: SheetView, cell: CellRef): string {
  const labels = findRow(format, cell.table, cell.row)?.row.labels ?? []
  return [...labels, columnLabel(format, cell)].join(' · ')
}

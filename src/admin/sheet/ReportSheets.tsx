import { useEffect, useMemo, useState, type KeyboardEvent } from 'react'
import { tableKeys } from '../../formats/index.ts'
import { onGoTo, takeTarget } from '../desk/navigation.ts'
import { useObservable } from '../desk/observable.ts'
import type { ReportDesk } from '../desk/reportDesk.ts'
import { ReconciliationPanel } from '../reconciliation/ReconciliationPanel.tsx'
import { useMayEdit } from '../reconciliation/useMayEdit.ts'
import { CellBar } from './CellBar.tsx'
import { inputOf } from './ids.ts'
import { PasteDialog } from './PasteDialog.tsx'
import { SheetView } from './SheetView.ts'
import { TableSection } from './TableSection.tsx'
import { Toolbar } from './Toolbar.tsx'
import { useComments } from './useComments.ts'
import './sheet.css'
import './cell.css'
import './paste.css'

/** The tables below each other, the findings beside them. */
export function ReportSheets({ desk }: { desk: ReportDesk }) {
  const view = useMemo(() => new SheetView(desk), [desk])
  const [showsLastYear, setShowsLastYear] = useState(false)
  const mayEdit = useMayEdit(desk)
  const comments = useComments(desk)
  useEffect(() => view.start(), [view])
  useEffect(
    () => view.set({ isReadOnly: !mayEdit, showsLastYear, comments }),
    [view, mayEdit, showsLastYear, comments],
  )
  useTargets(view)
  return (
    <div className="gongkai-sheets" onKeyDown={(event) => onKeyDown(view, event)}>
      <Toolbar
        view={view}
        mayEdit={mayEdit}
        showsLastYear={showsLastYear}
        onShowLastYear={setShowsLastYear}
      />
      <div className="gongkai-sheets__columns">
        <div className="gongkai-sheets__tables" data-last-year={showsLastYear || undefined}>
          {tableKeys.map((table) => (
            <TableSection key={table} view={view} table={table} mayEdit={mayEdit} />
          ))}
          <CellBar view={view} />
        </div>
        <aside className="gongkai-sheets__panel">
          <div className="gongkai-sheets__findings">
            <ReconciliationPanel desk={desk} />
          </div>
        </aside>
      </div>
      <Paste view={view} />
    </div>
  )
}

function Paste({ view }: { view: SheetView }) {
  const pasting = useObservable(view.pasting)
  return pasting && <PasteDialog view={view} pasting={pasting} />
}

/** Undo and redo, wherever on this tab the focus is. */
function onKeyDown(view: SheetView, event: KeyboardEvent): void {
  const isInOtherField =
    event.target instanceof Element &&
    event.target.matches('input, textarea') &&
    !event.target.closest('[data-cell]')
  if (!(event.ctrlKey || event.metaKey) || event.altKey || isInOtherField) return
  const key = event.key.toLowerCase()
  const isRedo = key === 'y' || (key === 'z' && event.shiftKey)
  if (!isRedo && key !== 'z') return
  event.preventDefault()
  if (isRedo) view.redo()
  else view.undo()
}

/** Goes to the cell that something else on the page points to. */
function useTargets(view: SheetView): void {
  useEffect(() => {
    const go = () => {
      const cell = takeTarget('tables')?.cell
      // The tab is shown first.
      if (cell) requestAnimationFrame(() => requestAnimationFrame(() => reveal(view, cell)))
    }
    go()
    return onGoTo(go)
  }, [view])
}

function reveal(view: SheetView, cell: Parameters<typeof inputOf>[0]): void {
  view.moveTo(cell)
  inputOf(cell)?.scrollIntoView({ block: 'center', inline: 'center' })
}

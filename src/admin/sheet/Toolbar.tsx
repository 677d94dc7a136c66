import { Button } from '@payloadcms/ui'
import { useState, useSyncExternalStore } from 'react'
import { tableKeys } from '../../formats/index.ts'
import { useObservable } from '../desk/observable.ts'
import { useUnsavedCells } from '../reconciliation/useSheet.ts'
import { DiscardDialog } from './DiscardDialog.tsx'
import { fillWithTotals, fillWithZeros } from './filling.ts'
import { headingId, hintId } from './ids.ts'
import { OffersDialog } from './OffersDialog.tsx'
import type { SheetView } from './SheetView.ts'

interface Props {
  view: SheetView
  mayEdit: boolean
  showsLastYear: boolean
  onShowLastYear: (shown: boolean) => void
}

/** What can be done to the three tables together. */
export function Toolbar({ view, mayEdit, showsLastYear, onShowLastYear }: Props) {
  const offers = useObservable(view.offers)
  return (
    <div className="gongkai-sheets__top">
      <div className="gongkai-sheets__toolbar" role="group" aria-label="三张表">
        <TableLinks view={view} />
        {mayEdit && <Editing view={view} />}
        <LastYear view={view} isShown={showsLastYear} onShow={onShowLastYear} />
        {mayEdit && <Discard view={view} />}
      </div>
      <p id={hintId} className="gongkai-sheets__hint">
        {mayEdit
          ? '方向键、Tab、Enter 移动，直接输入即替换，F2 修改，Esc 还原；可粘贴表格中复制的任意区域。'
          : '报告现在不能修改，可以浏览和复制。'}
        按 Esc 后 Tab 离开表格。
      </p>
      {offers && <OffersDialog view={view} offers={offers} />}
    </div>
  )
}

function TableLinks({ view }: Pick<Props, 'view'>) {
  const go = (id: string) => {
    const heading = document.getElementById(id)
    heading?.focus({ preventScroll: true })
    heading?.scrollIntoView({ block: 'start' })
  }
  return (
    <nav aria-label="表格" className="gongkai-sheets__links">
      {tableKeys.map((table) => (
        <button key={table} type="button" onClick={() => go(headingId(table))}>
          {view.sheet.format.tables[table].label}
        </button>
      ))}
    </nav>
  )
}

function Editing({ view }: Pick<Props, 'view'>) {
  const { sheet } = view
  const canUndo = useSyncExternalStore(
    sheet.subscribe,
    () => sheet.canUndo,
    () => false,
  )
  const canRedo = useSyncExternalStore(
    sheet.subscribe,
    () => sheet.canRedo,
    () => false,
  )
  return (
    <>
      <span className="gongkai-sheets__group">
        <Action disabled={!canUndo} onClick={() => view.undo()}>
          撤销
        </Action>
        <Action disabled={!canRedo} onClick={() => view.redo()}>
          重做
        </Action>
      </span>
      <span className="gongkai-sheets__group">
        <Action onClick={() => fillWithZeros(view, 'all')}>其余填零</Action>
        <Action onClick={() => fillWithTotals(view, 'all')}>合计自动填充</Action>
      </span>
    </>
  )
}

function LastYear({
  view,
  isShown,
  onShow,
}: {
  view: SheetView
  isShown: boolean
  onShow: (shown: boolean) => void
}) {
  const { lastYear } = useObservable(view.desk.surroundings)
  if (!lastYear) return <span className="gongkai-muted">没有上一年度的报告</span>
  return (
    <label className="gongkai-sheets__toggle">
      <input type="checkbox" checked={isShown} onChange={({ target }) => onShow(target.checked)} />
      显示上年数（{lastYear.year} 年）
    </label>
  )
}

function Discard({ view }: Pick<Props, 'view'>) {
  const [isAsking, setAsking] = useState(false)
  const unsaved = useUnsavedCells(view.sheet)
  return (
    <>
      <Action disabled={unsaved === 0} onClick={() => setAsking(true)}>
        放弃未保存的修改{unsaved > 0 && `（${unsaved} 格）`}
      </Action>
      {isAsking && <DiscardDialog view={view} onClose={() => setAsking(false)} />}
    </>
  )
}

const Action = (props: Parameters<typeof Button>[0]) => (
  <Button size="small" margin={false} buttonStyle="secondary" {...props} />
)

import { flushSync } from 'react-dom'
import { Dialog } from '../dialog/Dialog.tsx'
import type { SheetView } from './SheetView.ts'

/** Asks before everything typed since the last save goes. */
export function DiscardDialog({ view, onClose }: { view: SheetView; onClose: () => void }) {
  const changes = view.sheet.changes()
  const accept = () => {
    // At once: no cell takes the focus while the question is open.
    flushSync(onClose)
    view.apply(
      {
        label: '放弃未保存的修改',
        changes: changes.map(({ cell, before }) => ({ cell, value: before })),
      },
      `已放弃 ${changes.length} 格的修改；可以撤销`,
    )
    // The button that asked has nothing left to do, and would lose the focus.
    const [first] = changes
    if (first) view.moveTo(first.cell)
  }
  return (
    <Dialog
      title="放弃未保存的修改"
      acceptLabel={`放弃 ${changes.length} 格的修改`}
      onAccept={accept}
      onCancel={onClose}
    >
      <p>
        三张表中有 {changes.length}{' '}
        格还没有保存，将恢复为服务器上的值。关闭本页之前，可以用“撤销”取回。
      </p>
    </Dialog>
  )
}

import type { ClipboardEvent } from 'react'
import { rowsOf } from '../../formats/cells.ts'
import type { CellRef, TableKey } from '../../formats/types.ts'
import { copyBlock } from '../../sheet/copyBlock.ts'
import { editOf, planPaste } from '../../sheet/planPaste.ts'
import { readClipboard, type PrintedBlock } from '../../sheet/readClipboard.ts'
import { clearSelected } from './gridHandlers.ts'
import type { SheetView } from './SheetView.ts'

/** Copying, cutting and pasting, by the browser's own events: they work without any permission. */
export const clipboardHandlers = (view: SheetView) => ({
  onCopy: (event: ClipboardEvent) => {
    if (!view.editing) copySelected(view, event)
  },
  onCut: (event: ClipboardEvent) => {
    if (view.editing || view.isReadOnly) return
    copySelected(view, event)
    clearSelected(view, '剪切')
  },
  onPaste: (event: ClipboardEvent) => onPaste(view, event),
})

function copySelected(view: SheetView, event: ClipboardEvent): void {
  event.preventDefault()
  const cells = view.selected()
  write(event.clipboardData, copyBlock(view.sheet, cells))
  view.announce(`已复制 ${cells.length} 格`)
}

function write(data: DataTransfer, { text, html }: { text: string; html: string }): void {
  data.setData('text/plain', text)
  data.setData('text/html', html)
}

/**
 * Copies a table with its labels and heads. Not by navigator.clipboard, which is not there on an
 * intranet without https.
 */
export function copyTable(view: SheetView, table: TableKey): void {
  const onCopy = (event: globalThis.ClipboardEvent) => {
    event.preventDefault()
    event.stopImmediatePropagation()
    if (event.clipboardData) {
      write(event.clipboardData, copyBlock(view.sheet, cellsOf(view, table), { labels: true }))
    }
  }
  document.addEventListener('copy', onCopy, { capture: true, once: true })
  const isCopied = document.execCommand('copy')
  document.removeEventListener('copy', onCopy, { capture: true })
  const { label } = view.sheet.format.tables[table]
  view.announce(isCopied ? `已复制${label}，含行名和表头` : '浏览器不允许复制，请选中后按 Ctrl+C')
}

const cellsOf = ({ sheet }: SheetView, key: TableKey): CellRef[] =>
  rowsOf(sheet.format)
    .filter(({ table }) => table === key)
    .flatMap(({ table, row, columns }) =>
      columns.map((column) => ({ table, row: row.key, column: column.key })),
    )

function onPaste(view: SheetView, event: ClipboardEvent): void {
  const { clipboardData: data } = event
  const block = readClipboard({ text: data.getData('text/plain'), html: data.getData('text/html') })
  const isSingle = block.flat().length <= 1
  // Into the text of a cell, as anywhere.
  if (isSingle && view.editing) return
  event.preventDefault()
  const [at] = view.selected()
  if (!at) return
  if (view.isReadOnly) view.announce('报告现在不能修改，没有粘贴')
  else if (isSingle) pasteSingle(view, block, at)
  else view.pasting.set({ block, at })
}

function pasteSingle(view: SheetView, block: PrintedBlock, at: CellRef): void {
  const plan = planPaste(view.sheet, block, at, { selection: view.selected() })
  view.apply(editOf(plan), plan.placements.length > 0 ? `已粘贴：${plan.summary}` : plan.summary)
}

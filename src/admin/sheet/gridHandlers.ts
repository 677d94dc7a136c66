import type {
  CompositionEvent,
  DragEvent,
  FocusEvent,
  KeyboardEvent,
  MouseEvent,
  SyntheticEvent,
} from 'react'
import { cellPath } from '../../formats/labels.ts'
import type { CellRef } from '../../formats/types.ts'
import { neighbour, type Direction } from '../../sheet/neighbour.ts'
import { inputOf } from './ids.ts'
import type { SheetView } from './SheetView.ts'

/** What the keyboard and the mouse do in a table, handled for all its cells in one place. */
export const gridHandlers = (view: SheetView) => ({
  onKeyDown: (event: KeyboardEvent) => onKeyDown(view, event),
  onMouseDown: (event: MouseEvent) => onMouseDown(view, event),
  onMouseOver: (event: MouseEvent) => onMouseOver(view, event),
  onDoubleClick: (event: MouseEvent) => {
    const cell = cellAt(view, event)
    if (cell) editInside(view, cell)
  },
  onFocus: (event: FocusEvent) => onFocus(view, event),
  onBlur: () => view.endEdit(),
  onCompositionStart: () => {
    view.isComposing = true
  },
  onCompositionEnd: (event: CompositionEvent) => {
    view.isComposing = false
    const cell = cellAt(view, event)
    if (cell && event.target instanceof HTMLInputElement) view.type(cell, event.target.value)
  },
  // What is dropped would skip the preview.
  onDrop: (event: DragEvent) => event.preventDefault(),
})

function cellAt(view: SheetView, { target }: SyntheticEvent): CellRef | undefined {
  const place = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null
  return view.places.cells.get(place?.dataset.cell ?? '')?.cell
}

function onFocus(view: SheetView, event: FocusEvent): void {
  const cell = cellAt(view, event)
  if (!cell || !(event.target instanceof HTMLInputElement)) return
  view.isLeaving = false
  if (!view.active || cellPath(view.active) !== cellPath(cell)) view.select(cell)
  event.target.select()
}

function onMouseDown(view: SheetView, event: MouseEvent): void {
  const cell = cellAt(view, event)
  if (!cell || event.button !== 0 || view.isEditing(cell)) return
  event.preventDefault()
  if (event.shiftKey) view.extendTo(cell)
  else view.moveTo(cell)
}

function onMouseOver(view: SheetView, event: MouseEvent): void {
  const cell = cellAt(view, event)
  const isDragging = event.buttons === 1 && view.editing?.kind !== 'inside'
  if (cell && isDragging) view.extendTo(cell)
}

function onKeyDown(view: SheetView, event: KeyboardEvent): void {
  const cell = cellAt(view, event)
  if (!cell || view.isComposing || event.nativeEvent.isComposing) return
  const isLeaving = view.isLeaving && event.key === 'Tab'
  if (event.key !== 'Shift') view.isLeaving = false
  if (isLeaving) return
  const isHandled = runCommand(view, cell, event) || move(view, cell, event)
  // The page is a form, which Enter must not send.
  if (isHandled || event.key === 'Enter') event.preventDefault()
}

/** @returns whether the key was one of a command */
function runCommand(view: SheetView, cell: CellRef, event: KeyboardEvent): boolean {
  const command = event.ctrlKey || event.metaKey ? undefined : commands[event.key]
  if (command) return command(view, cell) !== false
  const isAll = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a'
  if (!isAll || view.editing) return false
  selectTable(view, cell)
  return true
}

/** A command that returns false leaves the key to the browser. */
const commands: Readonly<
  Record<string, ((view: SheetView, cell: CellRef) => boolean | void) | undefined>
> = {
  F2: (view, cell) => editInside(view, cell),
  Escape: (view, cell) => {
    view.cancelEdit()
    view.moveTo(cell)
    view.isLeaving = true
    view.announce('按 Tab 离开表格')
  },
  Delete: (view) => clear(view),
  Backspace: (view) => clear(view),
}

function clear(view: SheetView): boolean | void {
  if (view.editing) return false
  if (!view.isReadOnly) clearSelected(view, '清除')
}

/** Blanks the selected cells, as one step. */
export function clearSelected(view: SheetView, label: string): void {
  const cells = view.selected().filter((cell) => view.sheet.valueOf(cell) !== null)
  const changes = cells.map((cell) => ({ cell, value: null }))
  view.apply({ label, changes }, `已${label} ${changes.length} 格`)
}

function editInside(view: SheetView, cell: CellRef): void {
  view.edit(cell, 'inside')
  const input = inputOf(cell)
  input?.setSelectionRange(input.value.length, input.value.length)
}

/** The anchor keeps the focus, so that what is typed goes there. */
function selectTable(view: SheetView, cell: CellRef): void {
  const { format } = view.sheet
  const first = neighbour(format, cell, 'first')
  const last = neighbour(format, cell, 'last')
  if (first && last) view.moveTo(first)
  if (first && last) view.select(first, last)
}

/** @returns whether the key leads anywhere */
function move(view: SheetView, cell: CellRef, event: KeyboardEvent): boolean {
  const direction = directionOf(event)
  const staysInText = view.editing?.kind === 'inside' && withinText.includes(event.key)
  if (!direction || staysInText) return false
  const isExtending = event.shiftKey && !['Tab', 'Enter'].includes(event.key)
  const from = isExtending ? (view.selection.get()?.head ?? cell) : cell
  const to = neighbour(view.sheet.format, from, direction)
  // At the ends Tab leaves the table; no other key does.
  if (!to && event.key === 'Tab') return false
  if (to && isExtending) view.extendTo(to)
  else view.moveTo(to ?? cell)
  return true
}

/** Keys that move the caret while the text of a cell is edited. */
const withinText = ['ArrowLeft', 'ArrowRight', 'Home', 'End']

function directionOf({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent) {
  if (altKey) return undefined
  const isWide = ctrlKey || metaKey
  const directions: Record<string, Direction | undefined> = {
    ArrowLeft: 'left',
    ArrowRight: 'right',
    ArrowUp: 'up',
    ArrowDown: 'down',
    Tab: shiftKey ? 'previous' : 'next',
    Enter: shiftKey ? 'enterBack' : 'enter',
    Home: isWide ? 'first' : 'rowStart',
    End: isWide ? 'last' : 'rowEnd',
  }
  return directions[key]
}

import { memo, useCallback, useSyncExternalStore } from 'react'
import { cellLabel, cellPath } from '../../formats/labels.ts'
import type { CellRef } from '../../formats/types.ts'
import type { CellState } from './cellState.ts'
import { inputId } from './ids.ts'
import type { SheetView } from './SheetView.ts'

interface Props {
  view: SheetView
  cell: CellRef
  headers: string
  colSpan: number
}

/** Where the text no longer fits at its full size. */
const longText = 6

/**
 * One value. What it may have to say has its place always: an element that comes or goes has the
 * browser look at the whole page again, for Payload's rules with `:has`.
 *
 * Draws itself again only when what it shows changes; the table handles its events.
 */
export const Cell = memo(function Cell({ view, cell, headers, colSpan }: Props) {
  const path = cellPath(cell)
  const follow = useCallback(
    (listener: () => void) => view.cells.follow(path, listener),
    [view, path],
  )
  const read = () => view.cells.get(path)
  const state = useSyncExternalStore(follow, read, read)
  const id = inputId(cell)
  const { note, lastYear } = state
  const described = [...(note ? [`${id}-note`] : []), ...(lastYear ? [`${id}-last`] : [])]
  return (
    <td
      colSpan={colSpan}
      headers={headers}
      data-cell={path}
      data-content={state.content}
      data-mark={state.mark}
      data-flags={flagsOf(state)}
      aria-selected={state.isSelected || state.isActive}
      title={state.isActive ? undefined : note || undefined}
    >
      <div className="gongkai-sheet__cell">
        <input
          id={id}
          type="text"
          lang="zh-CN"
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          placeholder="未填"
          value={state.text}
          data-long={state.text.length > longText || undefined}
          readOnly={state.isReadOnly}
          tabIndex={state.isTabStop ? 0 : -1}
          aria-label={cellLabel(view.sheet.format, cell)}
          aria-invalid={
            state.content === 'wrong' || state.mark === 'violated' || state.mark === 'repair'
          }
          aria-describedby={described.join(' ') || undefined}
          onChange={({ target }) => view.type(cell, target.value)}
        />
        <span className="gongkai-sheet__badge" aria-hidden="true">
          {state.badge}
        </span>
        {lastYear && (
          <span id={`${id}-last`} className="gongkai-sheet__last">
            上年 {lastYear}
          </span>
        )}
        <span id={`${id}-note`} className="gongkai-sheet__note">
          {note}
        </span>
      </div>
    </td>
  )
})

/** For the style sheet, as words. */
const flagsOf = (state: CellState): string | undefined =>
  [
    state.isActive && 'active',
    state.isSelected && 'selected',
    state.isEditing && 'editing',
    state.isChanged && 'changed',
    state.isCommented && 'commented',
  ]
    .filter(Boolean)
    .join(' ') || undefined

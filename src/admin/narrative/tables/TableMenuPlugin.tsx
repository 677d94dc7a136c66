'use client'
import { $getTableCellNodeFromLexicalNode, $isTableSelection } from '@lexical/table'
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
} from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useLexicalEditable } from '@payloadcms/richtext-lexical/lexical/react/useLexicalEditable'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { createPortal } from 'react-dom'
import { $tableActions, type TableAction } from './tableActions.ts'
import './tables.css'

interface Place {
  left: number
  top: number
}

/** A button at the cell that the caret is in, with what can be done with its table. */
export function TableMenuPlugin({ anchorElem }: { anchorElem: HTMLElement }) {
  const [editor] = useLexicalComposerContext()
  const isEditable = useLexicalEditable()
  const [place, setPlace] = useState<Place>()
  const [actions, setActions] = useState<TableAction[]>([])
  const container = useRef<HTMLDivElement>(null)
  const isOpen = actions.length > 0

  useEffect(() => {
    const follow = () => {
      setActions([])
      setPlace(editor.read(() => $placeOf(editor, anchorElem)))
    }
    return editor.registerUpdateListener(follow)
  }, [editor, anchorElem])

  useEffect(() => {
    if (!isOpen) return
    container.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus()
    const closeOutside = ({ target }: Event) => {
      if (target instanceof Node && !container.current?.contains(target)) setActions([])
    }
    document.addEventListener('pointerdown', closeOutside)
    return () => document.removeEventListener('pointerdown', closeOutside)
  }, [isOpen])

  useEffect(() => {
    // Tab goes from cell to cell, so the button needs a key of its own.
    const openByKey = (event: globalThis.KeyboardEvent) => {
      if (!event.altKey || event.key !== 'ArrowDown') return false
      const offered = $offered()
      if (offered.length === 0) return false
      event.preventDefault()
      setActions(offered)
      return true
    }
    return editor.registerCommand(KEY_DOWN_COMMAND, openByKey, COMMAND_PRIORITY_HIGH)
  }, [editor])

  const toggle = () => setActions(isOpen ? [] : editor.read($offered))
  const close = () => {
    setActions([])
    editor.focus()
  }
  const run = (action: TableAction) => {
    editor.update(action.run)
    close()
  }

  if (!isEditable || !place) return null
  return createPortal(
    <div ref={container} className="gongkai-table-menu" style={place}>
      <button
        type="button"
        className="gongkai-table-menu__button"
        aria-label="表格操作"
        title="表格操作（Alt+↓）"
        aria-keyshortcuts="Alt+ArrowDown"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={toggle}
      >
        ⋯
      </button>
      {isOpen && (
        <ul role="menu" aria-label="表格操作" onKeyDown={(event) => moveFocus(event, close)}>
          {actions.map((action) => (
            <li key={action.key} role="none">
              <button type="button" role="menuitem" tabIndex={-1} onClick={() => run(action)}>
                {action.label}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>,
    anchorElem,
  )
}

function $offered(): TableAction[] {
  const cell = $currentCell()
  return cell ? $tableActions(cell) : []
}

function $currentCell() {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) && !$isTableSelection(selection)) return null
  return $getTableCellNodeFromLexicalNode(selection.anchor.getNode())
}

/** Inside the upper right corner of the cell, seen from the element that the editor floats in. */
function $placeOf(editor: LexicalEditor, anchorElem: HTMLElement): Place | undefined {
  const cell = $currentCell()
  const element = cell && editor.getElementByKey(cell.getKey())
  if (!element) return undefined
  const { right, top } = element.getBoundingClientRect()
  const origin = anchorElem.getBoundingClientRect()
  return { left: right - origin.left, top: top - origin.top }
}

function moveFocus(event: KeyboardEvent<HTMLElement>, close: () => void): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=menuitem]')]
  const at = items.findIndex((item) => item === document.activeElement)
  const isLeaving = event.key === 'Escape' || event.key === 'Tab'
  if (isLeaving) close()
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key]
  if (to === undefined && !isLeaving) return
  event.preventDefault()
  event.stopPropagation()
  if (to !== undefined) items.at(to % items.length)?.focus()
}

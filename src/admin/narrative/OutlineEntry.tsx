'use client'
import type { KeyboardEvent } from 'react'
import { contentKey } from './drafts/contentKey.ts'
import type { StoredSection } from './drafts/narrativeState.ts'
import { moveIn } from './moving.ts'
import type { NarrativeDesk } from './narrativeDesk.ts'
import { OutlineMarks } from './OutlineMarks.tsx'

interface Props extends NarrativeDesk {
  section: StoredSection
  /** With its number. */
  label: string
  isOpen: boolean
}

/** One section in the table of contents. */
export function OutlineEntry({ section, label, isOpen, ...desk }: Props) {
  const { state, findings, mayEdit, outline, open } = desk
  const draft = state.drafts[section.id]
  const isPart = !section.parent
  const hasChildren = outline.some(
    ({ part, children }) => part.id === section.id && children.length,
  )
  const moveByKey = (event: KeyboardEvent) => {
    const direction = ({ ArrowUp: 'up', ArrowDown: 'down' } as const)[event.key]
    if (!event.altKey || !direction || isPart || !mayEdit) return
    event.preventDefault()
    void moveIn(desk, section, direction)
  }
  return (
    <button
      type="button"
      className="gongkai-outline__entry"
      aria-current={isOpen ? 'true' : undefined}
      aria-keyshortcuts={isPart || !mayEdit ? undefined : 'Alt+ArrowUp Alt+ArrowDown'}
      onClick={() => open({ id: section.id })}
      onKeyDown={moveByKey}
    >
      <span>{label}</span>
      <OutlineMarks
        id={section.id}
        findings={findings}
        isEmpty={contentKey(section.content) === '' && !hasChildren}
        isUnsaved={draft !== undefined}
        isContested={draft?.contested}
      />
    </button>
  )
}

'use client'
import { Button } from '@payloadcms/ui'
import { useId } from 'react'
import { subsectionNumber } from '../../narrative/numerals.ts'
import { applied, type StoredSection } from './drafts/narrativeState.ts'
import { moveIn } from './moving.ts'
import type { NarrativeDesk } from './narrativeDesk.ts'
import { RemoveSubsection } from './RemoveSubsection.tsx'

interface Props extends NarrativeDesk {
  section: StoredSection
}

/** The heading: fixed for a part, a field for a sub-section, which can be moved and removed. */
export function SectionHead({ section, ...desk }: Props) {
  const { narrative, state, outline, mayEdit } = desk
  const id = useId()
  const { heading } = applied(section, state.drafts[section.id])
  if (!section.parent) return <h3 className="gongkai-narrative__heading">{heading}</h3>
  const siblings = outline.find(({ part }) => part.id === section.parent)?.children ?? []
  const at = siblings.findIndex((sibling) => sibling.id === section.id)
  const isBlank = heading.trim() === ''
  const isGone = state.gone.includes(section)
  const move = (direction: 'up' | 'down') => () => void moveIn(desk, section, direction)
  return (
    <div className="gongkai-narrative__head">
      <label htmlFor={id}>小节标题</label>
      <div className="gongkai-narrative__headline">
        <span aria-hidden="true">{at < 0 ? '' : subsectionNumber(at + 1)}</span>
        <input
          id={id}
          type="text"
          maxLength={200}
          value={heading}
          readOnly={!mayEdit || isGone}
          aria-invalid={isBlank}
          aria-describedby={isBlank ? `${id}-problem` : undefined}
          onChange={(event) => narrative.type(section.id, { heading: event.target.value })}
          onKeyDown={(event) => {
            // The page is one form: Enter must not save the report.
            if (event.key === 'Enter') event.preventDefault()
          }}
        />
        {mayEdit && !isGone && (
          <div className="gongkai-narrative__buttons">
            <Button {...tool} disabled={at <= 0} onClick={move('up')}>
              上移
            </Button>
            <Button {...tool} disabled={at === siblings.length - 1} onClick={move('down')}>
              下移
            </Button>
            <RemoveSubsection {...desk} section={section} />
          </div>
        )}
      </div>
      {isBlank && (
        <p id={`${id}-problem`} role="alert">
          请填写小节的标题
        </p>
      )}
    </div>
  )
}

const tool = { size: 'small', margin: false, buttonStyle: 'secondary' } as const

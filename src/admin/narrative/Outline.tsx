'use client'
import { useEffect, useRef, useState } from 'react'
import { subsectionNumber } from '../../narrative/numerals.ts'
import { AddSubsection } from './AddSubsection.tsx'
import type { StoredSection } from './drafts/narrativeState.ts'
import { OutlineEntry } from './OutlineEntry.tsx'
import { OutlineMarks } from './OutlineMarks.tsx'
import type { NarrativeDesk } from './narrativeDesk.ts'
import type { OpenSection } from './useOpenSection.ts'

interface Props extends NarrativeDesk {
  opened: OpenSection
  preamble: string
}

/** The text's table of contents: what is open, what wants attention, and where to add. */
export function Outline({ opened, preamble, ...desk }: Props) {
  const { outline, state, mayEdit, open } = desk
  const [adding, setAdding] = useState<string>()
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    const entry = place.current?.querySelector<HTMLElement>('[aria-current=true]')
    if (opened.focus === 'entry') entry?.focus()
  }, [opened])
  const entry = (section: StoredSection, number = '') => (
    <OutlineEntry
      {...desk}
      section={section}
      label={`${number}${section.heading}`}
      isOpen={section.id === opened.id}
    />
  )
  return (
    <nav ref={place} className="gongkai-outline" aria-label="正文目录">
      <button
        type="button"
        className="gongkai-outline__entry"
        aria-current={opened.id === 'preamble' ? 'true' : undefined}
        onClick={() => open({ id: 'preamble' })}
      >
        <span>引言</span>
        <OutlineMarks findings={desk.findings} id="preamble" isEmpty={preamble.trim() === ''} />
      </button>
      <ol>
        {outline.map(({ part, children }) => (
          <li key={part.id}>
            {entry(part)}
            <ol>
              {children.map((child, index) => (
                <li key={child.id}>{entry(child, subsectionNumber(index + 1))}</li>
              ))}
            </ol>
            {mayEdit && (
              <AddSubsection
                {...desk}
                part={part}
                isOpen={adding === part.id}
                onOpen={(isOpen) => setAdding(isOpen ? part.id : undefined)}
              />
            )}
          </li>
        ))}
      </ol>
      {state.gone.length > 0 && (
        <>
          <p>已被他人删除，您未保存的文字还在：</p>
          <ul>
            {state.gone.map((section) => (
              <li key={section.id}>{entry(section)}</li>
            ))}
          </ul>
        </>
      )}
    </nav>
  )
}

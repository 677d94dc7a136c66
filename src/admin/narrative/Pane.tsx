'use client'
import { useEffect, useRef } from 'react'
import type { StoredSection } from './drafts/narrativeState.ts'
import { ChannelFigures } from './ChannelFigures.tsx'
import { Contested, Gone } from './Contested.tsx'
import { FindingsHere } from './FindingsHere.tsx'
import { InsertFigure } from './InsertFigure.tsx'
import { NarrativeEditor } from './NarrativeEditor.tsx'
import type { NarrativeDesk } from './narrativeDesk.ts'
import { applied } from './drafts/narrativeState.ts'
import { headingOf } from './headings.ts'
import { PreamblePane } from './PreamblePane.tsx'
import { SectionHead } from './SectionHead.tsx'
import { selectSentence } from './sentences.ts'
import { useEditorIn } from './useEditorIn.ts'
import type { NamedChannel } from './useFigures.ts'
import { useMarkedSentences } from './useMarkedSentences.ts'
import type { OpenSection } from './useOpenSection.ts'
import { useSelected } from './useSelected.ts'
import { useSentences } from './useSentences.ts'

export interface PaneProps extends NarrativeDesk {
  /** Absent for the preamble. */
  section: StoredSection | undefined
  opened: OpenSection
  organization: string
  channels: readonly NamedChannel[]
  readChannels: () => Promise<void>
}

/** What is open: the preamble, or a section with its editor and what is wrong in it. */
export function Pane({ section, ...props }: PaneProps) {
  const place = useRef<HTMLDivElement>(null)
  const { opened } = props
  useEffect(() => {
    // On a narrow screen it is drawn under the outline, out of sight of who chose it there.
    const top = place.current?.getBoundingClientRect().top ?? 0
    if (!opened.byDefault && top > window.innerHeight * 0.8) place.current?.scrollIntoView()
  }, [opened])
  return (
    <div ref={place} className="gongkai-narrative__pane">
      {section ? (
        <SectionPane {...props} section={section} />
      ) : (
        <PreamblePane {...props} section={section} />
      )}
    </div>
  )
}

function SectionPane({ section, ...props }: PaneProps & { section: StoredSection }) {
  const { narrative, state, desk, mayEdit, findings, opened } = props
  const place = useRef<HTMLDivElement>(null)
  const editor = useEditorIn(place)
  const draft = state.drafts[section.id]
  const sentences = useSentences(desk, findings, section.id)
  useMarkedSentences(editor, sentences)
  const root = () => editor?.getRootElement() ?? undefined
  useSelected(desk, section.id, opened.sought, root(), selectSentence)
  useEffect(() => {
    if (opened.focus === 'text') editor?.focus()
  }, [editor, opened])

  return (
    <>
      <SectionHead {...props} section={section} />
      {draft && state.gone.includes(section) && <Gone {...props} section={section} draft={draft} />}
      {draft?.contested && <Contested {...props} section={section} draft={draft} />}
      {mayEdit && <InsertFigure editor={editor} />}
      <NarrativeEditor
        section={section.id}
        editor={editor}
        place={place}
        label={`${headingOf(state, section)}的正文`}
        stored={section.content}
        content={applied(section, draft).content}
        readOnly={!mayEdit}
        onType={(content) => narrative.type(section.id, { content })}
      />
      <FindingsHere
        {...props}
        id={section.id}
        onShow={(sentence) => {
          const element = root()
          if (element) selectSentence(element, sentence)
        }}
      />
      {section.key === 'overview' && <ChannelFigures {...props} />}
    </>
  )
}

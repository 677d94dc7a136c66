'use client'
import { Banner, useAuth, useDocumentInfo, useField } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { User } from '../../payload-types.ts'
import { editableStages } from '../../desk/stages.ts'
import { figureText } from '../../narrative/figures.ts'
import { useObservable } from '../desk/observable.ts'
import type { ReportDesk } from '../desk/reportDesk.ts'
import { useReportDesk } from '../desk/useReportDesk.ts'
import { edits } from '../overview/verbs.ts'
import { find } from './drafts/narrativeState.ts'
import { useNarrative } from './drafts/useNarrative.ts'
import { outlineOf } from './headings.ts'
import type { NarrativeDesk } from './narrativeDesk.ts'
import { Outline } from './Outline.tsx'
import { Pane } from './Pane.tsx'
import { useChannels, useFigures } from './useFigures.ts'
import { useLiveNarrative } from './useLiveNarrative.ts'
import { useOpenSection } from './useOpenSection.ts'
import './narrative.css'

/** The six parts with their sub-sections, one open at a time. */
export function Sections() {
  const { id } = useDocumentInfo()
  return id ? <ReportSections key={id} report={String(id)} /> : null
}

function ReportSections({ report }: { report: string }) {
  const { desk, error } = useReportDesk(report)
  const narrative = useNarrative(report)
  const state = useObservable(narrative.state)
  const problem = useObservable(narrative.problem) ?? error
  return (
    <section className="gongkai-narrative" aria-label="正文">
      {problem && (
        <div role="alert">
          <Banner type="error">{problem}</Banner>
        </div>
      )}
      {desk && state.sections.length > 0 ? (
        <Narrative desk={desk} narrative={narrative} />
      ) : (
        !problem && <p role="status">正在读取正文…</p>
      )}
    </section>
  )
}

function Narrative({ desk, narrative }: Pick<NarrativeDesk, 'narrative'> & { desk: ReportDesk }) {
  const { value: preamble } = useField<string>({ path: 'preamble' })
  const { value: organization } = useField<string>({ path: 'organization' })
  const [channels, readChannels] = useChannels(organization ?? '')
  const figures = useFigures(channels)
  useLiveNarrative(desk, narrative, preamble ?? '', figures)

  const stage = useObservable(desk.stage)
  const { user } = useAuth<User>()
  const mayEdit = editableStages.includes(stage) && edits(organization ?? '', user)
  const state = useObservable(narrative.state)
  const { findings } = useObservable(desk.reconciliation)
  const outline = outlineOf(desk.sheet.format, state)
  const [opened, open] = useOpenSection(outline[0]?.part.id ?? 'preamble')
  const section = find(state, opened.id)
  const [said, say] = useState('')
  useEffect(() => {
    // The one that was open may have been removed.
    if (section || opened.id === 'preamble') return
    open({ id: outline[0]?.part.id ?? 'preamble', focus: 'entry' })
  })

  const { sheet } = desk
  const figure = (source: string) =>
    figureText({ format: sheet.format, tables: sheet.tables(), figures }, source)

  const shared: NarrativeDesk = {
    ...{ desk, narrative, state, outline, findings, figure, mayEdit, open, say },
  }
  return (
    <>
      <div className="gongkai-narrative__columns">
        <Outline {...shared} opened={opened} preamble={preamble ?? ''} />
        <Pane
          {...shared}
          key={opened.id}
          section={section}
          opened={opened}
          channels={channels}
          readChannels={readChannels}
          organization={organization ?? ''}
        />
      </div>
      <p role="status" className="gongkai-narrative__said">
        {said}
      </p>
    </>
  )
}

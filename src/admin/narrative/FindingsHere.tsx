'use client'
import { Button, Pill, useConfig, useFormModified } from '@payloadcms/ui'
import type { Finding } from '../../reconciliation/types.ts'
import { postJson } from '../callApi.ts'
import { deskOf, refreshDesk } from '../desk/deskOf.ts'
import { goTo } from '../desk/navigation.ts'
import { useUnsavedParts } from '../desk/SaveButton.tsx'
import { Acknowledge } from '../overview/Warnings.tsx'
import { formatTime } from '../time.ts'
import type { Sought } from './locate.ts'
import type { NarrativeDesk } from './narrativeDesk.ts'
import { findingsIn, sentenceOf } from './useSentences.ts'

interface Props extends NarrativeDesk {
  /** Of the section, or `preamble`. */
  id: string
  /** Selects the sentence where it stands. */
  onShow: (sentence: Sought) => void
}

/** What is wrong in the text above, sentence by sentence; each can be explained in place. */
export function FindingsHere({ id, onShow, ...desk }: Props) {
  const findings = findingsIn(desk.findings, id)
  if (findings.length === 0) return null
  return (
    <section className="gongkai-findings-here" aria-label="本节的提示">
      <h4>本节有 {findings.length} 处与数据不一致，已在文中以波浪线标出</h4>
      <ol>
        {findings.map((finding) => (
          <li key={finding.key}>
            <OneFinding {...desk} finding={finding} onShow={onShow} />
          </li>
        ))}
      </ol>
    </section>
  )
}

interface OneProps extends NarrativeDesk {
  finding: Finding
  /** Absent away from the text, where it opens the section. */
  onShow?: Props['onShow']
}

/** A finding in the engine's words, with the ways to its sentence, to its cell and to a reason. */
export function OneFinding({ finding, onShow, desk, mayEdit, open }: OneProps) {
  const { message, passage, acknowledged, cells } = finding
  const [cell] = cells
  const show = () => {
    const sentence = sentenceOf(desk.surroundings.get().narrative, passage)
    if (sentence && onShow) onShow(sentence)
    else if (passage) open({ id: passage.id, sought: { ...passage } })
  }
  return (
    <>
      <Pill pillStyle={acknowledged ? 'light' : 'warning'} size="small">
        {acknowledged ? '已说明' : '待说明'}
      </Pill>{' '}
      {message}
      <div className="gongkai-narrative__buttons">
        {passage && (
          <button type="button" className="gongkai-findings-here__quote" onClick={show}>
            看原句：“{passage.quote}”
          </button>
        )}
        {cell && (
          <Button {...small} onClick={() => goTo({ tab: 'tables', cell })}>
            转到该格
          </Button>
        )}
      </div>
      {acknowledged ? (
        <p className="gongkai-findings__acknowledged">
          {acknowledged.by}（{formatTime(acknowledged.at)}）：{acknowledged.reason}
        </p>
      ) : (
        mayEdit && <Explain report={desk.report} finding={finding} />
      )}
    </>
  )
}

/** The server explains what it has itself, so what is unsaved comes first. */
function Explain({ report, finding }: { report: string; finding: Finding }) {
  const { api } = useConfig().config.routes
  const formModified = useFormModified()
  const desk = deskOf(report)
  const isUnsaved = useUnsavedParts(desk).length > 0 || formModified
  if (isUnsaved) return <p className="gongkai-findings-here__hint">改正，或先保存再填写说明。</p>
  const acknowledge = async ({ key }: Finding, reason: string) => {
    await postJson(`${api}/reports/${report}/acknowledge`, { key, reason })
    refreshDesk(desk)
  }
  return <Acknowledge finding={finding} onAcknowledge={acknowledge} />
}

const small = { size: 'xsmall', margin: false, buttonStyle: 'secondary' } as const

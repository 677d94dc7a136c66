'use client'
import { Pill } from '@payloadcms/ui'
import { useRef } from 'react'
import { cellPath } from '../../formats/labels.ts'
import type { WrongEntry } from '../../sheet/Sheet.ts'
import { useObservable } from '../desk/observable.ts'
import type { ReportDesk } from '../desk/reportDesk.ts'
import { Standing } from '../overview/Standing.tsx'
import { useReportState } from '../overview/useReportState.ts'
import { formatTime } from '../time.ts'
import { FindingItem } from './FindingItem.tsx'
import { Hold } from './Hold.tsx'
import { Incomplete } from './Incomplete.tsx'
import { goToCell } from './place.ts'
import { Repairs } from './Repairs.tsx'
import { useAnnounced } from './useAnnounced.ts'
import { useMayEdit } from './useMayEdit.ts'
import { useUnsavedCells, useWrongEntries } from './useSheet.ts'
import { WarningItem } from './WarningItem.tsx'
import { identityKey, sorted } from './words.ts'
import './reconciliation.css'

/**
 * How the report stands against the rules as it is typed: what is wrong and what would mend it, what
 * is blank, and what has to be explained.
 */
export function ReconciliationPanel({ desk }: { desk: ReportDesk }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const reconciliation = useObservable(desk.reconciliation)
  const mayEdit = useMayEdit(desk)
  const wrong = useWrongEntries(desk.sheet)
  const { violated, incomplete, warnings } = sorted(reconciliation)
  // The button that had the focus goes with what it mended.
  const keepFocus = () => heading.current?.focus()
  return (
    <section className="gongkai-reconciliation" aria-label="勾稽核对">
      <h3 ref={heading} tabIndex={-1}>
        勾稽核对
      </h3>
      <Standing reconciliation={reconciliation} />
      <p role="status" className="gongkai-unseen">
        {useAnnounced(desk)}
      </p>
      {wrong.length > 0 && <Wrong entries={wrong} />}
      {violated.length > 0 && (
        <section className="gongkai-reconciliation__violated">
          <h4>
            <Pill pillStyle="error" size="small">
              不符
            </Pill>
            {violated.length} 处勾稽不符
          </h4>
          {reconciliation.diagnosis && (
            <Repairs
              diagnosis={reconciliation.diagnosis}
              sheet={desk.sheet}
              mayEdit={mayEdit}
              onAccepted={keepFocus}
            />
          )}
          <ul>
            {violated.map((finding) => (
              <li key={identityKey(finding)}>
                <FindingItem format={desk.sheet.format} finding={finding} />
              </li>
            ))}
          </ul>
          <Held desk={desk} mayEdit={mayEdit} onDone={keepFocus} />
        </section>
      )}
      {incomplete.length > 0 && <Incomplete sheet={desk.sheet} findings={incomplete} />}
      {warnings.length > 0 && (
        <section>
          <h4>{warningsHeading(warnings.filter(({ acknowledged }) => !acknowledged).length)}</h4>
          <ul>
            {warnings.map((finding) => (
              <li key={finding.key}>
                <WarningItem desk={desk} finding={finding} mayEdit={mayEdit} onDone={keepFocus} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </section>
  )
}

const warningsHeading = (open: number): string =>
  open > 0 ? `提示：${open} 条待说明（发布前须改正或说明）` : '提示：均已说明'

/** What the server would not take at all comes before everything else. */
const Wrong = ({ entries }: { entries: readonly WrongEntry[] }) => (
  <section className="gongkai-reconciliation__violated">
    <h4>
      <Pill pillStyle="error" size="small">
        有误
      </Pill>
      {entries.length} 格不是可以填写的数
    </h4>
    <ul>
      {entries.map(({ cell, text, message }) => (
        <li key={cellPath(cell)} className="gongkai-finding">
          <button type="button" className="gongkai-finding__message" onClick={() => goToCell(cell)}>
            {message}
          </button>
          <q className="gongkai-finding__quote">{text}</q>
        </li>
      ))}
    </ul>
  </section>
)

/** Why what does not add up was kept, and the way to keep what does not add up now. */
function Held({
  desk,
  mayEdit,
  onDone,
}: {
  desk: ReportDesk
  mayEdit: boolean
  onDone: () => void
}) {
  const hold = useReportState(desk.report).state?.report.hold
  const unsaved = useUnsavedCells(desk.sheet)
  return (
    <>
      {hold?.reason && (
        <p className="gongkai-muted">
          已暂存：{hold.reason}（{hold.by}
          {hold.at && `，${formatTime(hold.at)}`}）
        </p>
      )}
      {mayEdit && unsaved > 0 && <Hold desk={desk} onDone={onDone} />}
    </>
  )
}

'use client'
import { Pill } from '@payloadcms/ui'
import type { Finding } from '../../reconciliation/types.ts'
import type { ReportDesk } from '../desk/reportDesk.ts'
import { formatTime } from '../time.ts'
import { Explain } from './Explain.tsx'
import { FindingItem } from './FindingItem.tsx'

interface Props {
  desk: ReportDesk
  finding: Finding
  mayEdit: boolean
  onDone: () => void
}

/** What is mended, or explained by name: which of the two, and by whom. */
export function WarningItem({ desk, finding, mayEdit, onDone }: Props) {
  const { acknowledged } = finding
  return (
    <>
      <Pill pillStyle={acknowledged ? 'light' : 'warning'} size="small">
        {acknowledged ? '已说明' : '待说明'}
      </Pill>
      <FindingItem format={desk.sheet.format} finding={finding} />
      {acknowledged && (
        <p className="gongkai-muted">
          {acknowledged.by}（{formatTime(acknowledged.at)}）：{acknowledged.reason}
        </p>
      )}
      {!acknowledged && mayEdit && <Explain desk={desk} finding={finding} onDone={onDone} />}
    </>
  )
}

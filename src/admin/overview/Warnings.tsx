'use client'
import { Button, Pill } from '@payloadcms/ui'
import { useState } from 'react'
import type { Finding } from '../../reconciliation/types.ts'
import { formatTime } from '../time.ts'
import { ReasonForm } from './ReasonForm.tsx'

interface Props {
  findings: readonly Finding[]
  /** Absent for those who may not, or not now. */
  onAcknowledge?: (finding: Finding, reason: string) => Promise<void>
}

/** What reviewers check beyond the form's own rules: each is mended, or explained by name. */
export function Warnings({ findings, onAcknowledge }: Props) {
  const warnings = findings.filter(({ severity }) => severity === 'warning')
  const open = warnings.filter(({ acknowledged }) => !acknowledged).length
  if (warnings.length === 0) return null
  return (
    <section className="gongkai-findings">
      <h4>
        提示 {warnings.length} 条
        {open > 0 ? `，其中 ${open} 条尚未说明（发布前须说明）` : '，均已说明'}
      </h4>
      <ul>
        {warnings.map((finding) => (
          <li key={finding.key}>
            <Warning finding={finding} onAcknowledge={onAcknowledge} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Warning({ finding, onAcknowledge }: { finding: Finding } & Omit<Props, 'findings'>) {
  const { acknowledged, message } = finding
  return (
    <>
      <Pill pillStyle={acknowledged ? 'light' : 'warning'} size="small">
        {acknowledged ? '已说明' : '待说明'}
      </Pill>{' '}
      {message}
      {acknowledged && (
        <p className="gongkai-findings__acknowledged">
          {acknowledged.by}（{formatTime(acknowledged.at)}）：{acknowledged.reason}
        </p>
      )}
      {!acknowledged && onAcknowledge && (
        <Acknowledge finding={finding} onAcknowledge={onAcknowledge} />
      )}
    </>
  )
}

/** A button, and on demand the field for the reason. */
export function Acknowledge({
  finding,
  onAcknowledge,
}: {
  finding: Finding
  onAcknowledge: NonNullable<Props['onAcknowledge']>
}) {
  const [open, setOpen] = useState(false)
  const isNil = finding.rule === 'nil.declared'
  if (!open) {
    return (
      <Button
        size="xsmall"
        margin={false}
        buttonStyle="secondary"
        aria-label={`${isNil ? '作出零报告声明' : '填写说明'}：${finding.message}`}
        onClick={() => setOpen(true)}
      >
        {isNil ? '作出零报告声明' : '填写说明'}
      </Button>
    )
  }
  return (
    <ReasonForm
      label={isNil ? '零报告声明的依据' : '说明的理由'}
      hint="说明记在您的名下；所依据的数字一变，说明即失效。"
      required
      confirmLabel={isNil ? '确认声明' : '提交说明'}
      onConfirm={(reason) => onAcknowledge(finding, reason)}
      onCancel={() => setOpen(false)}
    />
  )
}

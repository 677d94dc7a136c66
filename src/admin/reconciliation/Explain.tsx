'use client'
import { useConfig } from '@payloadcms/ui'
import type { Finding } from '../../reconciliation/types.ts'
import { postJson } from '../callApi.ts'
import { deskOf, refreshDesk } from '../desk/deskOf.ts'
import { useObservable } from '../desk/observable.ts'
import type { ReportDesk } from '../desk/reportDesk.ts'
import { Acknowledge } from '../overview/Warnings.tsx'

interface Props {
  desk: ReportDesk
  finding: Finding
  /** The button that had the focus is gone then. */
  onDone?: () => void
}

/** Explains a warning by name. The server explains what it has itself, so it is saved first. */
export function Explain({ desk, finding, onDone }: Props) {
  const { api } = useConfig().config.routes
  const isSaved = useObservable(desk.savedFindings).has(finding.key)
  if (!isSaved) {
    return <p className="gongkai-muted">所依据的内容尚未保存；请改正，或先保存再填写说明。</p>
  }
  const acknowledge = async ({ key }: Finding, reason: string) => {
    await postJson(`${api}/reports/${desk.report}/acknowledge`, { key, reason })
    refreshDesk(deskOf(desk.report))
    onDone?.()
  }
  return <Acknowledge finding={finding} onAcknowledge={acknowledge} />
}

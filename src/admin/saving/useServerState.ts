'use client'
import { useDocumentInfo, useForm } from '@payloadcms/ui'
import { useEffect } from 'react'
import type { ReportState } from '../../desk/reportState.ts'
import { useReportState } from '../overview/useReportState.ts'

/**
 * Has Payload's header and its form say where the report stands, after a save or a step of the
 * workflow. Not by having Payload read the page anew, which would take what is typed in the form.
 */
export function useServerState(report: string): void {
  const { data, setData } = useDocumentInfo()
  const { dispatchFields } = useForm()
  const { state } = useReportState(report)
  useEffect(() => {
    if (!state || !data) return
    const now = shownOf(state)
    const isOld = now.updatedAt < String(data.updatedAt)
    const stale = Object.entries(now).filter(([name, value]) => data[name] !== value)
    if (isOld || stale.length === 0) return
    setData({ ...data, ...now })
    for (const [path, value] of stale) {
      if (path !== 'updatedAt') dispatchFields({ type: 'UPDATE', path, value })
    }
  }, [state, data, setData, dispatchFields])
}

/** What the form shows and nobody types there. */
const shownOf = ({ report, reconciliation }: ReportState) => ({
  stage: report.stage,
  revision: report.revision,
  publishedRevision: report.publishedRevision,
  reconciliationStatus: reconciliation.status,
  updatedAt: report.updatedAt,
})

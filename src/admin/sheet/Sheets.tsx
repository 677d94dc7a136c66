'use client'
import { Banner, useDocumentInfo } from '@payloadcms/ui'
import { useReportDesk } from '../desk/useReportDesk.ts'
import { ReportSheets } from './ReportSheets.tsx'

/** The three tables as sheets. */
export function Sheets() {
  const { id } = useDocumentInfo()
  return id ? <LoadedSheets key={id} report={String(id)} /> : null
}

function LoadedSheets({ report }: { report: string }) {
  const { desk, error } = useReportDesk(report)
  if (desk) return <ReportSheets desk={desk} />
  return error ? (
    <div role="alert">
      <Banner type="error">{error}</Banner>
    </div>
  ) : (
    <p role="status">正在读取表格…</p>
  )
}

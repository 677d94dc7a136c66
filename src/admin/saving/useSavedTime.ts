'use client'
import { useDocumentInfo } from '@payloadcms/ui'
import { useEffect } from 'react'
import { useReportState } from '../overview/useReportState.ts'

/** Has Payload's header say when the report was saved last, by whatever part of the page. */
export function useSavedTime(report: string): void {
  const { data, setData } = useDocumentInfo()
  const saved = useReportState(report).state?.report.updatedAt
  useEffect(() => {
    if (saved && data && String(data.updatedAt) < saved) setData({ ...data, updatedAt: saved })
  }, [saved, data, setData])
}

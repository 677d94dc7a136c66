'use client'
import { useEffect } from 'react'
import { deskOf, openPage, refreshDesk } from '../desk/deskOf.ts'
import type { ReportDesk } from '../desk/reportDesk.ts'
import { useReportDesk } from '../desk/useReportDesk.ts'
import { KeptBanner } from '../keeping/KeptBanner.tsx'
import { useNarrative } from '../narrative/drafts/useNarrative.ts'
import { Others } from '../presence/Others.tsx'
import { useMarks } from '../reconciliation/useMarks.ts'
import { MergeDialog } from './MergeDialog.tsx'
import { RefusedBanner } from './RefusedBanner.tsx'
import { TheirsBanner } from './TheirsBanner.tsx'
import { useFormPart } from './useFormPart.ts'
import { useServerState } from './useServerState.ts'
import { useNoStaleModal, useUnsavedGuard } from './useUnsavedGuard.ts'
import './saving.css'

/** Under the report's state, whichever tab is open: what is unsaved, and what became of it. */
export function DeskWatch({ report }: { report: string }) {
  const { desk } = useReportDesk(report)
  useEffect(() => openPage(report), [report])
  useFormPart(report)
  useServerState(report)
  useNarrative(report)
  useUnsavedGuard(report)
  useNoStaleModal(() => refreshDesk(deskOf(report)))
  return (
    <>
      <Others report={report} />
      {desk && <KeptBanner desk={desk} />}
      <RefusedBanner report={report} desk={desk} />
      {desk && <TheirsBanner desk={desk} />}
      {desk && <Marks desk={desk} />}
      <MergeDialog report={report} />
    </>
  )
}

function Marks({ desk }: { desk: ReportDesk }) {
  useMarks(desk)
  return null
}

import { useEffect, useState } from 'react'
import { useObservable } from '../desk/observable.ts'
import type { ReportDesk } from '../desk/reportDesk.ts'
import { summaryOf } from './words.ts'

const restMs = 1_500

/** @returns how the report stands, for a screen reader: once typing has come to rest */
export function useAnnounced({ sheet, reconciliation }: ReportDesk): string {
  const summary = summaryOf(sheet, useObservable(reconciliation))
  const [announced, announce] = useState(summary)
  useEffect(() => {
    const rest = setTimeout(() => announce(summary), restMs)
    return () => clearTimeout(rest)
  }, [summary])
  return announced
}

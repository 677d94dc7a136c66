'use client'
import { useEffect } from 'react'
import type { Finding } from '../../reconciliation/types.ts'
import { deskOf, markTab } from '../desk/deskOf.ts'

/** Whether a finding is about the text or the figures that are edited with it. */
export const isOfNarrative = ({ rule, passage }: Finding): boolean =>
  passage !== undefined || rule.startsWith('narrative.') || rule === 'channels.within'

/** Shows on the tab how much of the text is neither right nor explained. */
export function useNarrativeMark(report: string, findings: readonly Finding[]): void {
  const open = findings.filter((one) => isOfNarrative(one) && !one.acknowledged).length
  useEffect(() => {
    const mark = { kind: 'warning', text: `${open} 处提示` } as const
    markTab(deskOf(report), 'narrative', open > 0 ? mark : undefined)
  }, [report, open])
}

'use client'
import { useMemo } from 'react'
import type { Finding } from '../../reconciliation/types.ts'
import { useObservable } from '../desk/observable.ts'
import type { ReportDesk, Surroundings } from '../desk/reportDesk.ts'
import type { Sought } from './locate.ts'

/** @returns the sentences of a section that findings speak of, in the order of the findings */
export function useSentences(
  { surroundings }: ReportDesk,
  findings: readonly Finding[],
  section: string,
): readonly Sought[] {
  const { narrative } = useObservable(surroundings)
  return useMemo(
    () => findingsIn(findings, section).flatMap((one) => sentenceOf(narrative, one.passage) ?? []),
    [findings, narrative, section],
  )
}

/** @returns the findings of a section, in the order of its text */
export const findingsIn = (findings: readonly Finding[], section: string): Finding[] =>
  findings
    .filter(({ passage }) => passage?.id === section)
    .sort((one, other) => (one.passage?.start ?? 0) - (other.passage?.start ?? 0))

/** @returns the sentence with all the text before it, for finding it on the screen */
export function sentenceOf(
  narrative: Surroundings['narrative'],
  passage: { id: string; start: number; end: number; quote?: string } | undefined,
): Sought | undefined {
  const text = narrative?.find(({ id }) => id === passage?.id)?.text
  if (!passage || text === undefined) return undefined
  const { start, end, quote = text.slice(start, end) } = passage
  return { before: text.slice(0, start), quote }
}

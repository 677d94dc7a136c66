'use client'
import { useEffect, useRef } from 'react'
import type { ReportDesk } from '../desk/reportDesk.ts'
import type { Sought } from './locate.ts'
import type { OpenSection } from './useOpenSection.ts'
import { sentenceOf } from './useSentences.ts'

/**
 * Selects the sentence that something else on the page asked for, once the text is there.
 * @param place where the section's text stands; absent until it does
 */
export function useSelected<T extends HTMLElement>(
  { surroundings }: ReportDesk,
  section: string,
  sought: OpenSection['sought'],
  place: T | undefined,
  select: (place: T, sentence: Sought) => void,
): void {
  const done = useRef<OpenSection['sought']>(undefined)
  useEffect(() => {
    if (!place || !sought || done.current === sought) return
    const sentence = sentenceOf(surroundings.get().narrative, { id: section, ...sought })
    // The tab is shown first, and the editor draws its text.
    const soon = setTimeout(() => {
      done.current = sought
      if (sentence) select(place, sentence)
    }, 50)
    return () => clearTimeout(soon)
  }, [surroundings, section, sought, place, select])
}

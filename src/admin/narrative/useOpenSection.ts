'use client'
import { useEffect, useState } from 'react'
import { onGoTo, takeTarget, type DeskTarget } from '../desk/navigation.ts'

export interface OpenSection {
  /** Of a section, or `preamble`. */
  id: string
  /** Open because nobody has asked for another yet. */
  byDefault?: boolean
  /** A place in its passage that is to be selected; a new object each time that it is asked for. */
  sought?: { start: number; end: number }
  /** Where the keyboard goes once it is drawn: to its entry in the outline, its text, the figures. */
  focus?: 'entry' | 'text' | 'figures'
}

/**
 * @param first the part that the figures belong to; open where nothing else is asked for
 * @returns the section that is open, which something else on the page may choose
 */
export function useOpenSection(first: string): [OpenSection, (section: OpenSection) => void] {
  const [opened, open] = useState<OpenSection>({ id: first, byDefault: true })
  useEffect(() => {
    const follow = (target: DeskTarget | undefined) => {
      if (target?.tab !== 'narrative') return
      const { section, passage, field } = target
      if (section) open({ id: section, sought: passage && { ...passage } })
      else if (field === 'preamble') open({ id: 'preamble', focus: 'text' })
      else if (field) open({ id: first, focus: 'figures' })
    }
    follow(takeTarget('narrative'))
    return onGoTo(follow)
  }, [first])
  return [opened, open]
}

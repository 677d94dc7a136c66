'use client'
import { useEffect, useState } from 'react'
import { onGoTo, takeTarget, type DeskTarget } from '../desk/navigation.ts'

export interface OpenSection {
  /** Of a section, or `preamble`. */
  id: string
  /** A place in its passage that is to be selected; a new object each time that it is asked for. */
  sought?: { start: number; end: number }
}

/** @returns the section that is open, which something else on the page may choose */
export function useOpenSection(first: string): [OpenSection, (section: OpenSection) => void] {
  const [opened, open] = useState<OpenSection>({ id: first })
  useEffect(() => {
    const follow = (target: DeskTarget | undefined) => {
      if (target?.tab !== 'narrative') return
      const { section, passage, field } = target
      const id = section ?? (field === 'preamble' ? 'preamble' : undefined)
      if (id) open({ id, sought: passage && { ...passage } })
    }
    follow(takeTarget('narrative'))
    return onGoTo(follow)
  }, [])
  return [opened, open]
}

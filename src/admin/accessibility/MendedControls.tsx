'use client'
import { useEffect, type ReactNode } from 'react'
import { editorMendings } from './editorMendings.ts'
import { mendings } from './mendings.ts'

/**
 * Gives Payload's own controls the names and roles that they lack (WCAG 2.2, 4.1.2), also those
 * that appear later. It changes attributes only, which React does not set again.
 */
export function MendedControls({ children }: { children: ReactNode }) {
  useEffect(() => {
    let asked = false
    const mendSoon = () => {
      if (asked) return
      asked = true
      setTimeout(() => {
        asked = false
        mendAll(document)
      })
    }
    mendSoon()
    const observer = new MutationObserver(mendSoon)
    observer.observe(document.body, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [])
  return children
}

function mendAll(root: ParentNode): void {
  for (const { selector, mend } of [...mendings, ...editorMendings]) {
    for (const element of root.querySelectorAll<HTMLElement>(selector)) mend(element)
  }
}

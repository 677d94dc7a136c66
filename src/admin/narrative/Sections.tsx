'use client'

/** The six parts with their sub-sections, one open at a time. */
export function Sections() {
  return <div />
}

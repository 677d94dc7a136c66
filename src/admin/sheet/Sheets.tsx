'use client'

/** The three tables as sheets. */
export function Sheets() {
  return <div />
}

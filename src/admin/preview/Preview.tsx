'use client'

/** The draft as the official document and as the phone article. */
export function Preview() {
  return <div />
}

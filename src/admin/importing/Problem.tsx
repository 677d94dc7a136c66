'use client'
import { Banner } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'

/** Why something was refused, brought into sight. */
export function Problem({ message }: { message: string | undefined }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (message) place.current?.scrollIntoView({ block: 'nearest' })
  }, [message])
  return (
    <div ref={place} role="alert">
      {message && <Banner type="error">{message}</Banner>}
    </div>
  )
}

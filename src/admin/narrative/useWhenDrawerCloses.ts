'use client'
import { useModal } from '@payloadcms/ui'
import { useEffect, useEffectEvent, useRef } from 'react'

/** Payload's drawers hand on what was chosen in them a moment after they have closed. */
const handedOnAfterMs = 50

/** Looks after what a drawer of the editor has left behind, whether it was sent or given up. */
export function useWhenDrawerCloses(slug: string, look: () => void): void {
  const isOpen = useModal().isModalOpen(slug)
  const wasOpen = useRef(false)
  const lookNow = useEffectEvent(look)
  useEffect(() => {
    const isClosed = wasOpen.current && !isOpen
    wasOpen.current = isOpen
    if (!isClosed) return
    const soon = setTimeout(() => lookNow(), handedOnAfterMs)
    return () => clearTimeout(soon)
  }, [isOpen])
}

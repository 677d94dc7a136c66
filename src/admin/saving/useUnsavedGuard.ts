'use client'
import { useForm, useFormModified, useModal } from '@payloadcms/ui'
import { useEffect } from 'react'
import { deskOf } from '../desk/deskOf.ts'
import { useUnsavedWords } from '../desk/SaveButton.tsx'

/**
 * Has Payload ask before the page is left while any part of it is unsaved, and not when none is:
 * Payload itself knows of its form only, and believes it saved when it was refused.
 */
export function useUnsavedGuard(report: string): void {
  const { setModified } = useForm()
  const modified = useFormModified()
  const isUnsaved = useUnsavedWords(deskOf(report)) !== ''
  useEffect(() => {
    if (modified !== isUnsaved) setModified(isUnsaved)
  }, [modified, isUnsaved, setModified])
}

/** Of Payload's edit view: it would throw away what is typed and load the document anew. */
const staleModal = 'document-stale-data'

/** What others have saved is merged when this page is saved, so nobody is stopped for it. */
export function useNoStaleModal(onStale: () => void): void {
  const { isModalOpen, closeModal } = useModal()
  const isOpen = isModalOpen(staleModal)
  useEffect(() => {
    if (!isOpen) return
    closeModal(staleModal)
    onStale()
  })
}

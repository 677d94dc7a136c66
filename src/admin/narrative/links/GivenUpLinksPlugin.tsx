'use client'
import { $isLinkNode, LinkNode, useEditorConfigContext } from '@payloadcms/richtext-lexical/client'
import { $nodesOfType } from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { formatDrawerSlug, useEditDepth, useModal } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'

/** Payload makes the link before it asks for the address, with this in its place. */
const noAddress = 'https://'

/** A person who closes the drawer without an address gets the text back as it was, without a link. */
export function GivenUpLinksPlugin() {
  const [editor] = useLexicalComposerContext()
  const { uuid } = useEditorConfigContext()
  const { isModalOpen } = useModal()
  const depth = useEditDepth()
  const isOpen = isModalOpen(formatDrawerSlug({ slug: `lexical-rich-text-link-${uuid}`, depth }))
  const wasOpen = useRef(false)

  useEffect(() => {
    const isClosed = wasOpen.current && !isOpen
    wasOpen.current = isOpen
    if (!isClosed) return
    // The drawer gives the address a moment after it closes.
    const soon = setTimeout(() => editor.update($unlinkUnaddressed), 50)
    return () => clearTimeout(soon)
  }, [editor, isOpen])
  return null
}

function $unlinkUnaddressed(): void {
  for (const link of $nodesOfType(LinkNode)) {
    if (!$isLinkNode(link) || link.getFields().url !== noAddress) continue
    for (const child of link.getChildren()) link.insertBefore(child)
    link.remove()
  }
}

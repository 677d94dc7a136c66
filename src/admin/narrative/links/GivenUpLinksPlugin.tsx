'use client'
import { LinkNode, useEditorConfigContext } from '@payloadcms/richtext-lexical/client'
import { $nodesOfType } from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { formatDrawerSlug, useEditDepth } from '@payloadcms/ui'
import { useWhenDrawerCloses } from '../useWhenDrawerCloses.ts'

/** Payload makes the link before it asks for the address, with this in its place. */
const noAddress = 'https://'

/** A person who closes the drawer without an address gets the text back as it was, without a link. */
export function GivenUpLinksPlugin() {
  const [editor] = useLexicalComposerContext()
  const slug = `lexical-rich-text-link-${useEditorConfigContext().uuid}`
  useWhenDrawerCloses(formatDrawerSlug({ slug, depth: useEditDepth() }), () =>
    editor.update($unlinkUnaddressed),
  )
  return null
}

function $unlinkUnaddressed(): void {
  for (const link of $nodesOfType(LinkNode)) {
    if (link.getFields().url !== noAddress) continue
    for (const child of link.getChildren()) link.insertBefore(child)
    link.remove()
  }
}

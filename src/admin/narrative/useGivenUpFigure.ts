'use client'
import {
  $isInlineBlockNode,
  useEditorConfigContext,
  useInlineBlockComponentContext,
} from '@payloadcms/richtext-lexical/client'
import { $getNodeByKey } from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { formatDrawerSlug, useEditDepth, useFormFields } from '@payloadcms/ui'
import { useWhenDrawerCloses } from './useWhenDrawerCloses.ts'

/**
 * Takes a figure away whose drawer was closed without a choice: Payload puts it into the text before
 * it asks which.
 */
export function useGivenUpFigure(): void {
  const [editor] = useLexicalComposerContext()
  const { uuid } = useEditorConfigContext()
  const { nodeKey = '' } = useInlineBlockComponentContext()
  const id = useFormFields(([fields]) => fields.id?.value as string | undefined) ?? ''
  const slug = `lexical-inlineBlocks-create-${uuid}-${id}`
  useWhenDrawerCloses(formatDrawerSlug({ slug, depth: useEditDepth() }), () =>
    editor.update(() => {
      const node = $getNodeByKey(nodeKey)
      if (!$isInlineBlockNode(node)) return
      const { source } = node.getFields() as { source?: unknown }
      if (!source) node.remove()
    }),
  )
}

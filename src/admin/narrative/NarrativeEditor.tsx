'use client'
import { RenderLexical } from '@payloadcms/richtext-lexical/client'
import type { LexicalEditor, SerializedEditorState } from '@payloadcms/richtext-lexical/lexical'
import { memo, useEffect, useRef, useState, type RefObject } from 'react'
import { paragraphsToRichText } from '../../narrative/richText.ts'
import { contentKey, learnOpened } from './drafts/contentKey.ts'

interface Props {
  /** Id of the section. */
  section: string
  editor: LexicalEditor | undefined
  /** Around the editor. */
  place: RefObject<HTMLDivElement | null>
  /** For those who do not see it. */
  label: string
  /** What is saved, and what is typed in its place. */
  stored: unknown
  content: unknown
  readOnly: boolean
  onType: (content: unknown) => void
}

/** The rich text of one section, in Payload's own editor. */
export function NarrativeEditor({ section, place, content, ...props }: Props) {
  const [opened] = useState(content)
  useContents({ ...props, content, opened })
  return (
    <div ref={place} className="gongkai-narrative__editor">
      <SteadyLexical
        name="content"
        label={false}
        path={`narrative.${section}`}
        schemaPath="collection.sections.content"
        value={opened as Parameters<typeof RenderLexical>[0]['value']}
        setValue={ignore}
        Loading={opening}
      />
    </div>
  )
}

/**
 * Drawn once. Payload hands a new function for reading forms to all inside whenever it draws the
 * editor, and its drawers then read their fields again: what was typed in them would be replaced.
 */
const SteadyLexical = memo(RenderLexical)

const opening = <p role="status">正在打开编辑器…</p>

/** Of updates that nobody has typed. */
const takenOver = 'gongkai-taken-over'

/** The editor is read itself, at every change. */
const ignore = () => undefined

function useContents({
  editor,
  label,
  stored,
  content,
  opened,
  readOnly,
  onType,
}: Omit<Props, 'section' | 'place'> & { opened: unknown }): void {
  const shown = useRef(opened)
  const tell = useRef(onType)
  useEffect(() => {
    tell.current = onType
  })

  useEffect(() => {
    if (!editor) return
    if (Object.is(shown.current, stored)) learnOpened(stored, editor.getEditorState().toJSON())
    return editor.registerUpdateListener(({ editorState, prevEditorState, tags }) => {
      if (editorState === prevEditorState || tags.has(takenOver)) return
      const written = editorState.toJSON()
      if (contentKey(written) === contentKey(shown.current)) return
      shown.current = written
      tell.current(written)
    })
    // What is stored changes with every save; what was opened does not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [editor])

  useEffect(() => {
    if (!editor || contentKey(content) === contentKey(shown.current)) return
    shown.current = content
    const state = (content ?? paragraphsToRichText([])) as SerializedEditorState
    editor.setEditorState(editor.parseEditorState(JSON.stringify(state)), { tag: takenOver })
    learnOpened(content, editor.getEditorState().toJSON())
  }, [editor, content])

  useEffect(() => {
    editor?.setEditable(!readOnly)
    editor?.getRootElement()?.setAttribute('aria-label', label)
  }, [editor, readOnly, label])
}

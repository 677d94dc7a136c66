'use client'
import type { LexicalEditor } from '@payloadcms/richtext-lexical/lexical'
import { useEffect } from 'react'
import type { Sought } from './locate.ts'
import { rangeOf } from './sentences.ts'

const name = 'gongkai-finding'

/** Marks sentences in an editor without touching its content; follows what is typed. */
export function useMarkedSentences(
  editor: LexicalEditor | undefined,
  sought: readonly Sought[],
): void {
  useEffect(() => {
    // An old browser shows the list below the editor alone.
    if (!editor || !('highlights' in CSS)) return
    const mark = () => {
      const root = editor.getRootElement()
      const ranges = root ? sought.flatMap((one) => rangeOf(root, one) ?? []) : []
      CSS.highlights.set(name, new Highlight(...ranges))
    }
    mark()
    const stop = editor.registerUpdateListener(() => void requestAnimationFrame(mark))
    return () => {
      stop()
      CSS.highlights.delete(name)
    }
  }, [editor, sought])
}

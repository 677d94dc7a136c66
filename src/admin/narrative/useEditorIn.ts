'use client'
import {
  getNearestEditorFromDOMNode,
  type LexicalEditor,
} from '@payloadcms/richtext-lexical/lexical'
import { useEffect, useState, type RefObject } from 'react'

/**
 * The editor that Payload draws inside an element, once it is there. Payload gives no handle to it:
 * its changes arrive when the browser is idle, which is too late for who saves or leaves at once.
 */
export function useEditorIn(place: RefObject<HTMLElement | null>): LexicalEditor | undefined {
  const [editor, setEditor] = useState<LexicalEditor>()
  useEffect(() => {
    const element = place.current
    if (!element) return
    const look = () => {
      const root = element.querySelector('[data-lexical-editor=true]')
      setEditor((root && getNearestEditorFromDOMNode(root)) ?? undefined)
    }
    look()
    const observer = new MutationObserver(look)
    observer.observe(element, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [place])
  return editor
}

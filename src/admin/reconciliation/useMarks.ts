'use client'
import { useEffect } from 'react'
import { deskOf, markTab } from '../desk/deskOf.ts'
import type { ReportDesk } from '../desk/reportDesk.ts'
import { useUnsavedWords } from '../desk/SaveButton.tsx'
import { useObservable } from '../desk/observable.ts'
import { useWrongEntries } from './useSheet.ts'
import { narrativeMark, tablesMark } from './words.ts'

/** Keeps the marks of the tabs and of the browser's tab as the report stands. */
export function useMarks(desk: ReportDesk): void {
  const reconciliation = useObservable(desk.reconciliation)
  const wrong = useWrongEntries(desk.sheet)
  const page = deskOf(desk.report)
  const isUnsaved = useUnsavedWords(page) !== ''
  const isViolated = wrong.length > 0 || reconciliation.status === 'violated'
  useEffect(() => {
    markTab(page, 'tables', tablesMark(desk.sheet, reconciliation))
    markTab(page, 'narrative', narrativeMark(reconciliation))
  }, [page, desk, reconciliation, wrong])
  useTitleMark(`${isUnsaved ? '● 未保存 ' : ''}${isViolated ? '⚠ 不符 ' : ''}`)
}

/** Before the page's title; Payload writes the title itself now and then. */
function useTitleMark(mark: string): void {
  useEffect(() => {
    if (mark === '') return
    const put = () => {
      if (!document.title.startsWith(mark)) document.title = mark + document.title
    }
    put()
    const observer = new MutationObserver(put)
    observer.observe(document.head, { subtree: true, childList: true, characterData: true })
    return () => {
      observer.disconnect()
      if (document.title.startsWith(mark)) document.title = document.title.slice(mark.length)
    }
  }, [mark])
}

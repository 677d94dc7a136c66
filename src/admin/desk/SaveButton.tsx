'use client'
import {
  FormSubmit,
  useDocumentInfo,
  useEditDepth,
  useFormModified,
  useHotkey,
  useOperation,
} from '@payloadcms/ui'
import { useRef, useSyncExternalStore } from 'react'
import { useSaving } from '../saving/useSaving.ts'
import { countWords } from '../saving/words.ts'
import { deskOf, followParts, type Desk, type DeskPart } from './deskOf.ts'
import { useObservable } from './observable.ts'

/**
 * One button saves all of the page: the tables, the sections and Payload's form. What is refused
 * stays typed, and does not keep the rest from being saved.
 */
export function SaveButton() {
  const { id } = useDocumentInfo()
  const formModified = useFormModified()
  const isNew = useOperation() === 'create'
  const desk = deskOf(String(id ?? ''))
  const words = useUnsavedWords(desk)
  const saving = useObservable(desk.saving)
  const save = useSaving(desk.report)
  const button = useRef<HTMLButtonElement>(null)

  useHotkey({ cmdCtrlKey: true, editDepth: useEditDepth(), keyCodes: ['s'] }, (event) => {
    event.preventDefault()
    event.stopPropagation()
    button.current?.click()
  })

  return (
    <>
      {words && (
        <span id="gongkai-unsaved" className="gongkai-unsaved">
          {words}未保存
        </span>
      )}
      <FormSubmit
        ref={button}
        buttonId="action-save"
        type="button"
        size="medium"
        disabled={saving || (!isNew && !formModified && words === '')}
        onClick={() => void save()}
      >
        {saving ? '正在保存…' : '保存'}
      </FormSubmit>
    </>
  )
}

/** Such as 3 格、1 个章节; empty when all is saved. */
export const useUnsavedWords = (desk: Desk): string =>
  useUnsaved(desk, (parts) =>
    countWords(parts.map(({ key, unsaved }) => ({ key, count: unsaved.get() }))),
  )

/** The parts of the page that differ from what is saved. */
export function useUnsavedParts(desk: Desk): readonly DeskPart[] {
  const keys = useUnsaved(desk, (parts) => parts.map(({ key }) => key).join())
  return keys === '' ? [] : unsavedParts(desk)
}

const unsavedParts = ({ parts }: Desk): readonly DeskPart[] =>
  parts.get().filter(({ unsaved }) => unsaved.get() > 0)

const useUnsaved = (desk: Desk, read: (parts: readonly DeskPart[]) => string): string =>
  useSyncExternalStore(
    (listener) => followParts(desk, ({ unsaved }, told) => unsaved.subscribe(told), listener),
    () => read(unsavedParts(desk)),
    () => '',
  )

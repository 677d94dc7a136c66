'use client'
import {
  FormSubmit,
  toast,
  useDocumentInfo,
  useEditDepth,
  useForm,
  useFormModified,
  useHotkey,
  useOperation,
} from '@payloadcms/ui'
import { useRef, useState, useSyncExternalStore } from 'react'
import { messageOf } from '../callApi.ts'
import { deskOf, refreshDesk, type Desk, type DeskPart } from './deskOf.ts'

/**
 * One button saves all of the page: the tables, the sections, and then Payload's form. What is
 * refused stays typed, and does not keep the rest from being saved.
 */
export function SaveButton() {
  const { id } = useDocumentInfo()
  const { submit } = useForm()
  const formModified = useFormModified()
  const operation = useOperation()
  const desk = deskOf(String(id ?? ''))
  const unsaved = useUnsavedParts(desk)
  const [busy, setBusy] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const disabled = busy || (operation === 'update' && !formModified && unsaved.length === 0)

  useHotkey({ cmdCtrlKey: true, editDepth: useEditDepth(), keyCodes: ['s'] }, (event) => {
    event.preventDefault()
    event.stopPropagation()
    button.current?.click()
  })

  const save = async () => {
    setBusy(true)
    try {
      const refused = await saveParts(unsaved)
      if (formModified || operation === 'create') await submit()
      else if (refused.length === 0) toast.success('已保存')
      for (const message of refused) toast.error(message)
      refreshDesk(desk)
    } finally {
      setBusy(false)
    }
  }

  return (
    <FormSubmit
      ref={button}
      buttonId="action-save"
      type="button"
      size="medium"
      disabled={disabled}
      onClick={() => void save()}
    >
      保存
    </FormSubmit>
  )
}

/** @returns why parts were not saved */
async function saveParts(parts: readonly DeskPart[]): Promise<string[]> {
  const refused: string[] = []
  for (const { label, save } of parts) {
    try {
      await save()
    } catch (error) {
      refused.push(`${label}没有保存：${messageOf(error)}`)
    }
  }
  return refused
}

/** The parts of the page, beside the form, that differ from what is saved. */
export function useUnsavedParts(desk: Desk): readonly DeskPart[] {
  const unsaved = () => desk.parts.get().filter((part) => part.unsaved.get() > 0)
  const follow = (listener: () => void) => {
    const stops: (() => void)[] = []
    const followParts = () => {
      for (const stop of stops.splice(0)) stop()
      for (const part of desk.parts.get()) stops.push(part.unsaved.subscribe(listener))
    }
    followParts()
    const stop = desk.parts.subscribe(() => {
      followParts()
      listener()
    })
    return () => {
      stop()
      for (const one of stops) one()
    }
  }
  const keys = useSyncExternalStore(
    follow,
    () =>
      unsaved()
        .map(({ key }) => key)
        .join(),
    () => '',
  )
  return keys === '' ? [] : unsaved()
}

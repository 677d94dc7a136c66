'use client'
import { useAllFormFields, useConfig, useDocumentInfo, useForm } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'
import { addPart, deskOf } from '../desk/deskOf.ts'
import { observable } from '../desk/observable.ts'
import { restoreForm, saveForm, type ReportForm } from './formSaving.ts'
import { changesBetween } from './formFields.ts'

/** Payload's form as a part of the report's page, beside the tables and the sections. */
export function useFormPart(report: string): void {
  const form = useForm()
  const [fields] = useAllFormFields()
  const { data, setData, action } = useDocumentInfo()
  const { api } = useConfig().config.routes
  const unsaved = useRef(observable(0)).current
  const edition = useRef(observable<unknown>(undefined)).current
  const isThere = Object.keys(fields).length > 0
  const changes = () => (isThere && data ? changesBetween(data, form.getData()) : {})

  const latest = useRef<ReportForm>(undefined)
  useEffect(() => {
    latest.current = {
      report,
      api,
      action: action ?? '',
      saved: data ?? {},
      setSaved: setData,
      form,
      changes,
    }
    unsaved.set(Object.keys(changes()).length)
    edition.set(fields)
  })

  useEffect(() => {
    const now = () => latest.current as ReportForm
    addPart(deskOf(report), {
      key: 'form',
      label: '基本信息',
      unsaved,
      follow: edition.subscribe,
      save: () => saveForm(now()),
      snapshot: () => now().changes(),
      restore: (snapshot) => restoreForm(now(), snapshot),
    })
  }, [report, unsaved, edition])
}

'use client'
import { useDocumentForm, useDocumentInfo } from '@payloadcms/ui'

/** The id of the report whose text is edited: on its own page, or on a section's. */
export function useReportId(): string | undefined {
  const { id, collectionSlug } = useDocumentInfo()
  const { fields } = useDocumentForm()
  if (collectionSlug === 'reports') return id === undefined ? undefined : String(id)
  const report: unknown = fields?.report?.value
  return typeof report === 'string' ? report : undefined
}

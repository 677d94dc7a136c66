import { useEffect, useState } from 'react'
import type { Publication, Report, Section } from '../../payload-types.ts'
import type { Reconciliation } from '../../reconciliation/types.ts'
import { callApi, messageOf } from '../callApi.ts'

/** Where a report stands: what the desk holds of it, and what the public sees. */
export interface ReportState {
  report: Pick<Report, 'stage' | 'publishedRevision' | 'hold'>
  reconciliation: Reconciliation
  /** Absent when nothing of the report is public. */
  current?: Pick<Publication, 'organizationSlug' | 'year' | 'revision' | 'publishedAt'>
  /** By their order, the six parts among their sub-sections. */
  sections: Pick<Section, 'id' | 'heading' | 'parent'>[]
}

interface Loaded {
  state?: ReportState
  error?: string
}

/**
 * Reads the state of a report.
 * @param version whatever changes when the report may have changed: it is then read again
 */
export function useReportState(api: string, id: string, version: unknown): Loaded {
  const [loaded, setLoaded] = useState<Loaded>({})
  useEffect(() => {
    let outdated = false
    const show = (next: Loaded) => {
      // What was read before stays in sight when reading again fails.
      if (!outdated) setLoaded((before) => ({ ...before, error: undefined, ...next }))
    }
    loadReportState(api, id).then(
      (state) => show({ state }),
      (error: unknown) => show({ error: messageOf(error) }),
    )
    return () => {
      outdated = true
    }
  }, [api, id, version])
  return loaded
}

async function loadReportState(api: string, id: string): Promise<ReportState> {
  const currentOf = new URLSearchParams({
    'where[report][equals]': id,
    'where[state][equals]': 'current',
    depth: '0',
    limit: '1',
  })
  const sectionsOf = new URLSearchParams({
    'where[report][equals]': id,
    'select[heading]': 'true',
    'select[parent]': 'true',
    sort: 'order',
    depth: '0',
    pagination: 'false',
  })
  const [report, reconciliation, publications, sections] = await Promise.all([
    callApi<Report>(`${api}/reports/${id}?depth=0`),
    callApi<Reconciliation>(`${api}/reports/${id}/reconciliation`),
    callApi<{ docs: Publication[] }>(`${api}/publications?${currentOf.toString()}`),
    callApi<{ docs: Section[] }>(`${api}/sections?${sectionsOf.toString()}`),
  ])
  return { report, reconciliation, current: publications.docs[0], sections: sections.docs }
}

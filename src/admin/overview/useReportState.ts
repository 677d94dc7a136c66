'use client'
import { useConfig } from '@payloadcms/ui'
import { useEffect } from 'react'
import type { ReportState } from '../../desk/reportState.ts'
import { callApi, messageOf } from '../callApi.ts'
import { deskOf } from '../desk/deskOf.ts'
import { observable, useObservable, type Observable } from '../desk/observable.ts'

interface Loaded {
  state?: ReportState
  /** Chinese; what was read before stays in sight. */
  error?: string
}

interface Entry {
  readonly loaded: Observable<Loaded>
  /** The desk's version that was read last, or is being read. */
  version?: number
  readers: number
}

const entries = new Map<string, Entry>()

/** @returns where the report stands for the server, read again whenever that may have changed */
export function useReportState(report: string): Loaded {
  const { api } = useConfig().config.routes
  const version = useObservable(deskOf(report).version)
  const entry = entryOf(report)
  useEffect(() => {
    entry.readers += 1
    return () => {
      entry.readers -= 1
      // A page that is opened again reads again.
      if (entry.readers === 0) entry.version = undefined
    }
  }, [entry])
  useEffect(() => {
    // The parts of a page ask at the same time, and share one answer.
    if (entry.version === version) return
    entry.version = version
    void read(`${api}/reports/${report}/state`, entry, version)
  }, [api, report, entry, version])
  return useObservable(entry.loaded)
}

function entryOf(report: string): Entry {
  const entry = entries.get(report) ?? { loaded: observable<Loaded>({}), readers: 0 }
  entries.set(report, entry)
  return entry
}

async function read(address: string, entry: Entry, version: number): Promise<void> {
  const answer = await callApi<ReportState>(address).then(
    (state): Loaded => ({ state }),
    (error: unknown): Loaded => ({ ...entry.loaded.get(), error: messageOf(error) }),
  )
  // An answer that a later question has overtaken is old.
  if (entry.version === version) entry.loaded.set(answer)
}

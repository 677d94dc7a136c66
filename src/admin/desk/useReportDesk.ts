'use client'
import { useConfig } from '@payloadcms/ui'
import { useEffect } from 'react'
import type { DeskState } from '../../desk/deskState.ts'
import { callApi, messageOf } from '../callApi.ts'
import { deskOf } from './deskOf.ts'
import { observable, useObservable, type Observable } from './observable.ts'
import { openReportDesk, refreshReportDesk, type ReportDesk } from './reportDesk.ts'

interface Loaded {
  desk?: ReportDesk
  /** Chinese; what was read before stays. */
  error?: string
}

interface Opened {
  readonly loaded: Observable<Loaded>
  /** The version of the desk that was read last, or is being read. */
  version?: number
}

const opened = new Map<string, Opened>()

/** @returns the report's desk, read again whenever the server's state may have changed */
export function useReportDesk(report: string): Loaded {
  const { api } = useConfig().config.routes
  const version = useObservable(deskOf(report).version)
  const one = openedOf(report)
  useEffect(() => {
    // The parts of a page ask at the same time, and share one answer.
    if (one.version === version) return
    one.version = version
    void read(api, report, one.loaded)
  }, [api, report, version, one])
  // A page that is opened again reads again; what was typed before is still there.
  useEffect(() => () => void (one.version = undefined), [one])
  return useObservable(one.loaded)
}

function openedOf(report: string): Opened {
  const one = opened.get(report) ?? { loaded: observable<Loaded>({}) }
  opened.set(report, one)
  return one
}

async function read(api: string, report: string, loaded: Observable<Loaded>): Promise<void> {
  try {
    const state = await callApi<DeskState>(`${api}/reports/${report}/desk`)
    const { desk } = loaded.get()
    if (desk) refreshReportDesk(desk, state)
    loaded.set({ desk: desk ?? openReportDesk(report, state) })
  } catch (error) {
    loaded.set({ ...loaded.get(), error: messageOf(error) })
  }
}

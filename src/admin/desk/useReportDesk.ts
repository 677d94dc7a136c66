'use client'
import { toast, useConfig } from '@payloadcms/ui'
import { useEffect } from 'react'
import type { DeskState } from '../../desk/deskState.ts'
import { callApi, messageOf } from '../callApi.ts'
import { tablesPart } from '../saving/tablesSaving.ts'
import { tablesServer } from '../saving/tablesServer.ts'
import { addPart, deskOf, type Desk } from './deskOf.ts'
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

const opened = new WeakMap<Desk, Opened>()

/** @returns the report's desk, read again whenever the server's state may have changed */
export function useReportDesk(report: string): Loaded {
  const { api } = useConfig().config.routes
  const desk = deskOf(report)
  const version = useObservable(desk.version)
  const one = openedOf(desk)
  useEffect(() => {
    // The parts of a page ask at the same time, and share one answer.
    if (one.version === version) return
    one.version = version
    void read(api, desk, one.loaded)
  }, [api, desk, version, one])
  // A page that is built anew reads again; what was typed before is still there.
  useEffect(() => () => void (one.version = undefined), [one])
  return useObservable(one.loaded)
}

function openedOf(desk: Desk): Opened {
  const one = opened.get(desk) ?? { loaded: observable<Loaded>({}) }
  opened.set(desk, one)
  return one
}

async function read(api: string, desk: Desk, loaded: Observable<Loaded>): Promise<void> {
  try {
    const state = await callApi<DeskState>(`${api}/reports/${desk.report}/desk`)
    const before = loaded.get().desk
    if (before) refreshReportDesk(before, state)
    loaded.set({ desk: before ?? opening(api, desk, state) })
  } catch (error) {
    loaded.set({ ...loaded.get(), error: messageOf(error) })
  }
}

function opening(api: string, desk: Desk, state: DeskState): ReportDesk {
  const reportDesk = openReportDesk(desk.report, state)
  const server = tablesServer(api, desk.report)
  addPart(desk, tablesPart(reportDesk, { server, tell: (message) => toast.success(message) }))
  return reportDesk
}

'use client'
import { useConfig } from '@payloadcms/ui'
import { useEffect } from 'react'
import { deskOf } from '../../desk/deskOf.ts'
import { useObservable } from '../../desk/observable.ts'
import { openNarrative, type Narrative } from './openNarrative.ts'

/** The version of the desk that was read last, or is being read. */
const readAt = new WeakMap<Narrative, number>()

/** @returns the report's narrative, read again whenever the server's state may have changed */
export function useNarrative(report: string): Narrative {
  const { api } = useConfig().config.routes
  const narrative = openNarrative(api, report)
  const version = useObservable(deskOf(report).version)
  useEffect(() => {
    // The parts of a page ask at the same time, and share one answer.
    if (readAt.get(narrative) === version) return
    readAt.set(narrative, version)
    void narrative.read()
  }, [narrative, version])
  return narrative
}

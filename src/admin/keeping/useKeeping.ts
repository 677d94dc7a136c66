import { toast } from '@payloadcms/ui'
import { useEffect } from 'react'
import { deskOf, followParts, type Desk } from '../desk/deskOf.ts'
import { keep, type KeptWork, type Owner } from './keptWork.ts'

const afterMs = 400

/** Names this page among those of the same person on this machine. */
export const thisPage = `${Date.now()}-${Math.random().toString(36).slice(2)}`

/** Keeps what is unsaved on a page on this machine, a moment after it was typed. */
export function useKeeping({ user, report }: Owner): void {
  useEffect(() => {
    if (!user) return
    const desk = deskOf(report)
    let timer: ReturnType<typeof setTimeout> | undefined
    let isFull = false
    const keepNow = () => {
      clearTimeout(timer)
      timer = undefined
      try {
        keep(localStorage, { user, report }, workOf(desk))
        isFull = false
      } catch {
        if (!isFull) toast.warning('本机没有地方留存未保存的修改，请及时保存')
        isFull = true
      }
    }
    const keepSoon = () => void (timer ??= setTimeout(keepNow, afterMs))
    const keepWhatWaits = () => {
      if (timer) keepNow()
    }
    const stop = followParts(desk, (part, listener) => part.follow(listener), keepSoon)
    document.addEventListener('visibilitychange', keepWhatWaits)
    window.addEventListener('pagehide', keepWhatWaits)
    return () => {
      stop()
      document.removeEventListener('visibilitychange', keepWhatWaits)
      window.removeEventListener('pagehide', keepWhatWaits)
      keepWhatWaits()
    }
  }, [user, report])
}

function workOf({ parts }: Desk): KeptWork {
  const unsaved = parts.get().filter((part) => part.unsaved.get() > 0)
  return {
    page: thisPage,
    at: new Date().toISOString(),
    parts: Object.fromEntries(
      unsaved.map(({ key, unsaved: count, snapshot }) => [
        key,
        { count: count.get(), snapshot: snapshot() },
      ]),
    ),
  }
}

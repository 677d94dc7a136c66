import { useConfig } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { Present } from '../../desk/presence.ts'
import { postJson } from '../callApi.ts'
import { deskOf, refreshDesk } from '../desk/deskOf.ts'

const everyMs = 15_000

/**
 * Tells the server that the page is open, and learns who else has it open. When somebody else has
 * saved, the page reads again.
 */
export function usePresence(report: string): readonly Present[] {
  const { api } = useConfig().config.routes
  const [others, setOthers] = useState<readonly Present[]>([])
  useEffect(() => {
    const address = `${api}/reports/${report}/presence`
    let known: string | undefined
    const tell = async () => {
      // Who does not look at the page does not keep others waiting, nor the session alive.
      if (document.visibilityState === 'hidden') return
      try {
        const { others: now, mark } = await postJson<Answer>(address, {})
        setOthers(now)
        if (known !== undefined && known !== mark) refreshDesk(deskOf(report))
        known = mark
      } catch {
        // What is wrong is said when the page is saved.
        setOthers([])
      }
    }
    const leave = () =>
      navigator.sendBeacon(
        address,
        new Blob([JSON.stringify({ leaving: true })], { type: 'application/json' }),
      )
    const tellNow = () => void tell()
    tellNow()
    const timer = setInterval(tellNow, everyMs)
    document.addEventListener('visibilitychange', tellNow)
    window.addEventListener('pagehide', leave)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tellNow)
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [api, report])
  return others
}

interface Answer {
  others: Present[]
  mark: string
}

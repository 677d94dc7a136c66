import { useEffect, useState } from 'react'
import { goTo, onGoTo } from './navigation.ts'
import { isDeskTab, type DeskTabKey } from './tabs.ts'

/**
 * The tab that is open. The address remembers it, so that a link can open it and a reload comes
 * back to it.
 */
export function useActiveTab(): [DeskTabKey, (tab: DeskTabKey) => void] {
  const [active, setActive] = useState<DeskTabKey>('overview')
  useEffect(() => {
    const fromAddress = () => {
      const key = window.location.hash.slice(1)
      if (isDeskTab(key)) setActive(key)
    }
    fromAddress()
    window.addEventListener('hashchange', fromAddress)
    const stop = onGoTo(({ tab }) => {
      window.history.replaceState(window.history.state, '', `#${tab}`)
      setActive(tab)
    })
    return () => {
      window.removeEventListener('hashchange', fromAddress)
      stop()
    }
  }, [])
  return [active, (tab) => goTo({ tab })]
}

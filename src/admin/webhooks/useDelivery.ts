import { useCallback, useEffect, useState } from 'react'
import type { WebhookDelivery } from '../../payload-types.ts'
import { callApi, messageOf } from '../callApi.ts'

const everyMs = 3_000

/** A record of the log as it stands, looked at again while it is on its way. */
export function useDelivery(address: string) {
  const [delivery, setDelivery] = useState<WebhookDelivery>()
  const [error, setError] = useState<string>()

  const reload = useCallback(async () => {
    try {
      setDelivery(await callApi<WebhookDelivery>(`${address}?depth=0`))
      setError(undefined)
    } catch (problem) {
      setError(messageOf(problem))
    }
  }, [address])

  const isOpen = !delivery || delivery.state === 'pending' || delivery.state === 'sending'
  useEffect(() => {
    const first = setTimeout(() => void reload(), 0)
    const timer = isOpen ? setInterval(() => void reload(), everyMs) : undefined
    return () => {
      clearTimeout(first)
      clearInterval(timer)
    }
  }, [isOpen, reload])

  return { delivery, error, reload }
}

import { Link } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { WebhookDelivery } from '../../payload-types.ts'
import { callApi } from '../callApi.ts'
import { formatShortTime } from '../time.ts'
import { DeliveryState } from './DeliveryState.tsx'

const shown = 5
const everyMs = 5_000

interface Props {
  api: string
  admin: string
  /** Its id. */
  webhook: string
  /** How much was done on this page, after which it is looked at again. */
  deeds: number
}

/** The last notices, and the way to all. */
export function RecentDeliveries({ api, admin, webhook, deeds }: Props) {
  const docs = useRecent(
    `${api}/webhook-deliveries?where[webhook][equals]=${webhook}&limit=${shown}&depth=0`,
    deeds,
  )
  const log = `${admin}/collections/webhook-deliveries`
  return (
    <section className="gongkai-card" aria-label="最近的通知">
      <h3>最近的通知</h3>
      {docs?.length === 0 && <p className="gongkai-muted">还没有发送过通知。</p>}
      {docs && docs.length > 0 && (
        <>
          <ul className="gongkai-webhooks__recent">
            {docs.map(({ id, title, state, tries, occurredAt, lastError }) => (
              <li key={id}>
                <span>{formatShortTime(occurredAt)}</span>
                <span>{state && <DeliveryState state={state} tries={tries} />}</span>
                <Link href={`${log}/${id}`}>{title}</Link>
                {lastError && <span className="gongkai-webhooks__wrong">{lastError}</span>}
              </li>
            ))}
          </ul>
          <Link href={`${log}?where[or][0][and][0][webhook][equals]=${webhook}`}>全部发送记录</Link>
        </>
      )}
    </section>
  )
}

function useRecent(address: string, deeds: number): WebhookDelivery[] | undefined {
  const [docs, setDocs] = useState<WebhookDelivery[]>()
  useEffect(() => {
    const look = () =>
      callApi<{ docs: WebhookDelivery[] }>(address)
        .then((answer) => setDocs(answer.docs))
        .catch(() => undefined) // what does not answer now is asked again
    void look()
    const timer = setInterval(() => void look(), everyMs)
    return () => clearInterval(timer)
  }, [address, deeds])
  return docs
}

'use client'
import { Banner, Button, toast, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useState } from 'react'
import type { WebhookDelivery } from '../../payload-types.ts'
import type { Attempt } from '../../webhooks/send.ts'
import { messageOf, postJson } from '../callApi.ts'
import { formatTimeToTheSecond } from '../time.ts'
import { Attempts } from './Attempts.tsx'
import { DeliveryState } from './DeliveryState.tsx'
import { useDelivery } from './useDelivery.ts'
import './webhooks.css'

/** On a record of the log: what became of the notice, try by try, what it says, and a button. */
export function DeliveryPanel() {
  const { id } = useDocumentInfo()
  const { api } = useConfig().config.routes
  return id ? <Delivery key={id} address={`${api}/webhook-deliveries/${id}`} /> : null
}

function Delivery({ address }: { address: string }) {
  const { delivery, error, reload } = useDelivery(address)
  return (
    <section className="gongkai-webhooks" aria-label="发送情况" aria-busy={!delivery && !error}>
      {error && (
        <div role="alert">
          <Banner type="error">{error}</Banner>
        </div>
      )}
      {delivery && (
        <>
          <Standing delivery={delivery} />
          <ReplayButton delivery={delivery} address={address} onDone={reload} />
          <Attempts attempts={(delivery.attempts ?? []) as unknown as Attempt[]} />
          <h3>通知正文</h3>
          <pre className="gongkai-webhooks__body" tabIndex={0}>
            {readable(delivery.body)}
          </pre>
        </>
      )}
    </section>
  )
}

function Standing({ delivery }: { delivery: WebhookDelivery }) {
  const { state, tries, lastError, nextAttemptAt, deliveredAt, replayedBy } = delivery
  return (
    <p role="status" className="gongkai-webhooks__standing">
      {state && <DeliveryState state={state} tries={tries} />}
      {state === 'delivered' && deliveredAt && (
        <span>{formatTimeToTheSecond(deliveredAt)} 送达</span>
      )}
      {state === 'pending' && nextAttemptAt && (
        <span>下次尝试：{formatTimeToTheSecond(nextAttemptAt)}</span>
      )}
      {lastError && <strong>{lastError}</strong>}
      {replayedBy && <span className="gongkai-muted">由 {replayedBy} 发起</span>}
    </p>
  )
}

interface ReplayProps {
  delivery: WebhookDelivery
  address: string
  onDone: () => Promise<void>
}

function ReplayButton({ delivery: { state, type }, address, onDone }: ReplayProps) {
  const [busy, setBusy] = useState(false)
  const replay = async () => {
    setBusy(true)
    try {
      await postJson(`${address}/replay`, {})
      toast.success('已重新发送，结果会显示在这里')
      await onDone()
    } catch (problem) {
      toast.error(messageOf(problem))
    } finally {
      setBusy(false)
    }
  }
  if (type === 'webhook.test' || state === 'superseded') return null
  return (
    <Button
      size="small"
      margin={false}
      disabled={busy || state === 'sending'}
      onClick={() => void replay()}
    >
      {state === 'pending' ? '立即重试' : '重新发送'}
    </Button>
  )
}

function readable(body: string | null | undefined): string {
  try {
    return JSON.stringify(JSON.parse(body ?? ''), null, 2)
  } catch {
    return body ?? ''
  }
}

'use client'
import { Banner, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useState } from 'react'
import type { Webhook } from '../../payload-types.ts'
import { formatTime } from '../time.ts'
import { RecentDeliveries } from './RecentDeliveries.tsx'
import { ReplayCard } from './ReplayCard.tsx'
import { SecretCard } from './SecretCard.tsx'
import { TestCard } from './TestCard.tsx'
import './webhooks.css'

/** On a webhook: its secret, a test, what was sent lately, and what failed once more. */
export function WebhookPanel() {
  const { id, data } = useDocumentInfo()
  if (!id) {
    return (
      <div className="gongkai-webhooks">
        <Banner type="info">保存后，在这里领取签名密钥、发送测试通知。</Banner>
      </div>
    )
  }
  return <Panel key={id} id={String(id)} webhook={data ?? {}} />
}

function Panel({ id, webhook }: { id: string; webhook: Partial<Webhook> }) {
  const { api, admin } = useConfig().config.routes
  const [deeds, setDeeds] = useState(0)
  const onDone = () => setDeeds((count) => count + 1)
  const address = `${api}/webhooks/${id}`
  return (
    <section className="gongkai-webhooks" aria-label="密钥、测试和发送情况">
      {webhook.switchedOffAt && !webhook.active && (
        <Banner type="error">
          {formatTime(webhook.switchedOffAt)} 接收方表示不再需要通知（HTTP 410），已自动停用。
        </Banner>
      )}
      <div className="gongkai-webhooks__cards">
        <SecretCard address={address} issuedAt={webhook.secretIssuedAt ?? undefined} />
        <TestCard address={address} onDone={onDone} />
        <ReplayCard address={address} onDone={onDone} />
      </div>
      <RecentDeliveries api={api} admin={admin} webhook={id} deeds={deeds} />
    </section>
  )
}

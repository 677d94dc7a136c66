'use client'
import { Banner, Button, toast } from '@payloadcms/ui'
import { useId, useRef, useState } from 'react'
import type { ArticleTask } from '../../desk/articleDesk.ts'
import { messageOf, postJson } from '../callApi.ts'

interface Props {
  task: ArticleTask
  /** Of the publication in the API. */
  address: string
  onDone: () => Promise<void>
}

/** Where the team says what stands in WeChat. */
export function ReceiptCard({ task, address, onDone }: Props) {
  const { standing, channel, publication } = task
  const { busy, error, send } = useReceipt(address, channel.slug, onDone)
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [link, setLink] = useState('')

  const record = async () => {
    if (await send({ link })) setLink('')
    else field.current?.focus()
  }
  return (
    <section className="gongkai-card" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>登记回执</h2>
      {standing && (
        <p>
          已登记：
          <a href={standing.link} target="_blank" rel="noreferrer">
            第 {standing.revision} 版的文章 <span aria-hidden="true">↗</span>
          </a>
        </p>
      )}
      {publication.state === 'current' && (
        <>
          <label htmlFor={id}>文章在微信中的链接</label>
          <input
            id={id}
            ref={field}
            type="url"
            inputMode="url"
            className="gongkai-articles__link"
            placeholder="https://mp.weixin.qq.com/s/…"
            maxLength={1024}
            value={link}
            onChange={(event) => setLink(event.target.value)}
            onKeyDown={(event) => event.key === 'Enter' && void record()}
          />
        </>
      )}
      {error && (
        <div role="alert">
          <Banner type="error">{error}</Banner>
        </div>
      )}
      <div className="gongkai-articles__buttons">
        {publication.state === 'current' && (
          <Button size="small" margin={false} disabled={busy} onClick={() => void record()}>
            登记链接
          </Button>
        )}
        {standing && (
          <Button
            size="small"
            margin={false}
            buttonStyle="secondary"
            disabled={busy}
            onClick={() => void send({ link: standing.link, removed: true })}
          >
            文章已在微信中删除
          </Button>
        )}
      </div>
    </section>
  )
}

function useReceipt(address: string, channel: string, onDone: () => Promise<void>) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const send = async (body: { link: string; removed?: boolean }): Promise<boolean> => {
    setBusy(true)
    setError(undefined)
    try {
      await postJson(`${address}/receipts`, { channel, ...body })
      await onDone()
      toast.success(body.removed ? '已登记：微信中已没有这篇文章' : '已登记')
      return true
    } catch (problem) {
      setError(messageOf(problem))
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, error, send }
}

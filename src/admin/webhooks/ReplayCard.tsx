import { Button, toast } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { messageOf, postJson } from '../callApi.ts'

const dayMs = 24 * 60 * 60 * 1000

const spans = [
  { label: '最近 1 天', days: 1 },
  { label: '最近 7 天', days: 7 },
  { label: '最近 30 天', days: 30 },
] as const

/** Sends anew what was given up. */
export function ReplayCard({ address, onDone }: { address: string; onDone: () => void }) {
  const id = useId()
  const [days, setDays] = useState<number>(spans[0].days)
  const [busy, setBusy] = useState(false)

  const replay = async () => {
    setBusy(true)
    try {
      const since = new Date(Date.now() - days * dayMs).toISOString()
      const { count } = await postJson<{ count: number }>(`${address}/replay`, { since })
      toast.success(count > 0 ? `已重新发送 ${count} 条通知` : '没有需要重新发送的通知')
      onDone()
    } catch (problem) {
      toast.error(messageOf(problem))
    } finally {
      setBusy(false)
    }
  }

  return (
    <section className="gongkai-card" aria-labelledby={id}>
      <h3 id={id}>重发</h3>
      <p>发送失败的通知约一天内会自动重试；之后仍未送达的，修复网站后在这里重发。</p>
      <div className="gongkai-webhooks__replay">
        <select
          aria-label="未送达通知的时间范围"
          value={days}
          onChange={(event) => setDays(Number(event.target.value))}
        >
          {spans.map((span) => (
            <option key={span.days} value={span.days}>
              {span.label}
            </option>
          ))}
        </select>
        <Button
          size="small"
          margin={false}
          buttonStyle="secondary"
          disabled={busy}
          onClick={() => void replay()}
        >
          重发未送达的通知
        </Button>
      </div>
    </section>
  )
}

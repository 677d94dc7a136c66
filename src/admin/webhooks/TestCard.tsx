import { Banner, Button } from '@payloadcms/ui'
import { useId, useState } from 'react'
import type { Attempt } from '../../webhooks/send.ts'
import { messageOf, postJson } from '../callApi.ts'

interface Tested {
  error: string | null
  attempts: Attempt[]
}

/** Sends a notice that says nothing, and tells what the website answered. */
export function TestCard({ address, onDone }: { address: string; onDone: () => void }) {
  const id = useId()
  const [busy, setBusy] = useState(false)
  const [tested, setTested] = useState<Tested>()

  const test = async () => {
    setBusy(true)
    setTested(undefined)
    try {
      setTested(await postJson<Tested>(`${address}/test`, {}))
      onDone()
    } catch (problem) {
      setTested({ error: messageOf(problem), attempts: [] })
    } finally {
      setBusy(false)
    }
  }

  return (
    <section className="gongkai-card" aria-labelledby={id}>
      <h3 id={id}>测试</h3>
      <p>向已保存的网址发送一条不涉及任何报告的通知，停用时也可以。</p>
      <div role="status">
        {busy && <p>正在发送…</p>}
        {tested && <Result tested={tested} />}
      </div>
      <Button
        size="small"
        margin={false}
        buttonStyle="secondary"
        disabled={busy}
        onClick={() => void test()}
      >
        发送测试通知
      </Button>
    </section>
  )
}

function Result({ tested: { error, attempts } }: { tested: Tested }) {
  const attempt = attempts.at(-1)
  if (!error) {
    const took = attempt ? `（HTTP ${attempt.status}，${attempt.durationMs} 毫秒）` : ''
    return <Banner type="success">对方已收到{took}</Banner>
  }
  return (
    <Banner type="error">
      {error}
      {attempt?.excerpt && `：${attempt.excerpt}`}
    </Banner>
  )
}

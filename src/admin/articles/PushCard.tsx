'use client'
import { Banner, Button, toast } from '@payloadcms/ui'
import { useId, useState } from 'react'
import type { ArticleTask } from '../../desk/articleDesk.ts'
import type { DryRun } from '../../push/dryRun.ts'
import type { Requested } from '../../push/requestPush.ts'
import { messageOf, postJson } from '../callApi.ts'
import { formatTime } from '../time.ts'
import { trialWords } from './trialWords.ts'

interface Props {
  task: ArticleTask
  /** Of the publication in the API. */
  address: string
  onDone: () => Promise<void>
}

/** Brings the article into the drafts box of the 公众号; copying it always works as well. */
export function PushCard({ task, address, onDone }: Props) {
  const { draft, channel } = task
  const id = useId()
  const { busy, error, trial, run } = usePush(address, channel.slug, onDone)
  const isOnItsWay = draft?.state === 'queued' || draft?.state === 'running'
  return (
    <section className="gongkai-card" aria-labelledby={id}>
      <h2 id={id}>推送到草稿箱</h2>
      {!channel.hasAppId && (
        <p>这个公众号没有填写 AppID，请用“复制正文”；填写后可直接推送到草稿箱。</p>
      )}
      {draft?.state === 'drafted' && (
        <p>
          {draft.draftedAt && `${formatTime(draft.draftedAt)} `}
          已进草稿箱。请在公众号后台核对并发表，再登记链接。
        </p>
      )}
      <div role="status">{isOnItsWay && <p>正在推送，完成后这里会更新…</p>}</div>
      {draft?.state === 'failed' && (
        <div role="alert">
          <Banner type="error">推送失败：{draft.advice ?? '原因不明'}</Banner>
        </div>
      )}
      {error && (
        <div role="alert">
          <Banner type="error">{error}</Banner>
        </div>
      )}
      {trial && <Trial trial={trial} />}
      {channel.hasAppId && draft?.state !== 'drafted' && (
        <div className="gongkai-articles__buttons">
          <Button
            size="small"
            margin={false}
            disabled={busy || isOnItsWay}
            onClick={() => void run(false)}
          >
            {draft?.state === 'failed' ? '再推送一次' : '推送到草稿箱'}
          </Button>
          <Button
            size="small"
            margin={false}
            buttonStyle="secondary"
            disabled={busy || isOnItsWay}
            onClick={() => void run(true)}
          >
            试运行
          </Button>
        </div>
      )}
    </section>
  )
}

/** Nothing was sent, nothing was written. */
function Trial({ trial }: { trial: DryRun }) {
  const { problems, facts } = trialWords(trial)
  return (
    <div role="status">
      <p>{problems.length > 0 ? '试运行：现在推送会失败。' : '试运行：可以推送。'}</p>
      <ul className="gongkai-articles__trial">
        {problems.map((problem) => (
          <li key={problem}>
            <strong>{problem}</strong>
          </li>
        ))}
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </div>
  )
}

function usePush(address: string, channel: string, onDone: () => Promise<void>) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const [trial, setTrial] = useState<DryRun>()
  const run = async (dryRun: boolean) => {
    setBusy(true)
    setError(undefined)
    setTrial(undefined)
    try {
      const answer = await postJson<Requested | DryRun>(`${address}/push`, { channel, dryRun })
      if (answer.dryRun) setTrial(answer)
      else toast.success('已开始推送')
      await onDone()
    } catch (problem) {
      setError(messageOf(problem))
    } finally {
      setBusy(false)
    }
  }
  return { busy, error, trial, run }
}

import { Banner, Button, toast } from '@payloadcms/ui'
import { useId, useState } from 'react'
import type { IssuedSecret } from '../../webhooks/secrets.ts'
import { messageOf, postJson } from '../callApi.ts'
import { Dialog } from '../dialog/Dialog.tsx'
import { formatTime } from '../time.ts'

interface Props {
  address: string
  /** When somebody last got the secret. */
  issuedAt: string | undefined
}

/** The secret by which the website knows that a notice is ours: shown once, changed at any time. */
export function SecretCard({ address, issuedAt }: Props) {
  const id = useId()
  const [isAsked, setIsAsked] = useState(false)
  const [issued, setIssued] = useState<IssuedSecret>()
  const [error, setError] = useState<string>()
  const isKnown = Boolean(issued ?? issuedAt)

  const issue = async () => {
    setIsAsked(false)
    setError(undefined)
    try {
      setIssued(await postJson<IssuedSecret>(`${address}/secret`, {}))
    } catch (problem) {
      setError(messageOf(problem))
    }
  }

  return (
    <section className="gongkai-card" aria-labelledby={id}>
      <h3 id={id}>签名密钥</h3>
      {!issued && (
        <p>
          {issuedAt
            ? `${formatTime(issuedAt)} 换发。密钥不再显示；遗失或泄露时请换发。`
            : '尚未领取。网站用它核验通知确实来自本系统。'}
        </p>
      )}
      {issued && <Shown issued={issued} />}
      {error && (
        <div role="alert">
          <Banner type="error">{error}</Banner>
        </div>
      )}
      <Button
        size="small"
        margin={false}
        buttonStyle="secondary"
        onClick={() => (isKnown ? setIsAsked(true) : void issue())}
      >
        {isKnown ? '换发密钥' : '领取密钥'}
      </Button>
      {isAsked && (
        <Dialog
          title="换发签名密钥"
          acceptLabel="换发"
          onAccept={() => void issue()}
          onCancel={() => setIsAsked(false)}
        >
          <p>新密钥立即启用；旧密钥在 24 小时内继续有效，请在此期间更新网站的设置。</p>
        </Dialog>
      )}
    </section>
  )
}

function Shown({ issued: { secret, previousUntil } }: { issued: IssuedSecret }) {
  const id = useId()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret)
      toast.success('已复制密钥')
    } catch {
      toast.error('浏览器不允许复制，请手工选取密钥')
    }
  }
  return (
    <div role="status">
      <p>
        <strong>只显示这一次</strong>，请立即交给网站的开发人员妥善保存。
        {previousUntil && `旧密钥到 ${formatTime(previousUntil)} 为止仍然有效。`}
      </p>
      <div className="gongkai-webhooks__secret">
        <label htmlFor={id}>密钥</label>
        <input id={id} readOnly value={secret} onFocus={(event) => event.target.select()} />
        <Button size="small" margin={false} onClick={() => void copy()}>
          复制
        </Button>
      </div>
    </div>
  )
}

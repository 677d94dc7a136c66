'use client'
import { Banner, Button } from '@payloadcms/ui'
import { useId, useState, type FormEvent } from 'react'
import { callApi, messageOf } from '../callApi.ts'
import type { Imported } from './ImportResult.tsx'

interface Props {
  api: string
  onImported: (imported: Imported) => void
  onCancel: () => void
}

/** The file, and what it may not tell by itself. A refusal keeps what was chosen. */
export function ImportForm({ api, onImported, onCancel }: Props) {
  const id = useId()
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const body = new FormData(event.currentTarget)
    const file = body.get('file')
    if (!(file instanceof File) || file.size === 0) {
      setError('请选择要导入的文件')
      return
    }
    setBusy(true)
    setError(undefined)
    try {
      onImported(await callApi<Imported>(`${api}/reports/import`, { method: 'POST', body }))
    } catch (problem) {
      setError(messageOf(problem))
      setBusy(false)
    }
  }

  return (
    <form
      className="gongkai-import__form"
      aria-label="导入报告"
      noValidate
      onSubmit={(event) => void send(event)}
    >
      <div className="gongkai-import__field">
        <label htmlFor={`${id}-file`}>报告文件（.txt、.html）</label>
        <input id={`${id}-file`} name="file" type="file" accept=".txt,.html,.htm" />
      </div>
      <div className="gongkai-import__field">
        <label htmlFor={`${id}-year`}>报告年度（文件中读不出时填写）</label>
        <input id={`${id}-year`} name="year" type="text" inputMode="numeric" maxLength={4} />
      </div>
      <div className="gongkai-import__field">
        <label htmlFor={`${id}-hold`}>
          暂存原因（可不填；填写后，勾稽不符的数字也按原样导入，解决之前不能发布）
        </label>
        <input id={`${id}-hold`} name="hold" type="text" maxLength={2000} />
      </div>
      {error && (
        <div role="alert">
          <Banner type="error">{error}</Banner>
        </div>
      )}
      <div className="gongkai-import__buttons">
        <Button type="submit" size="small" margin={false} disabled={busy}>
          {busy ? '正在导入…' : '导入'}
        </Button>
        <Button
          size="small"
          margin={false}
          buttonStyle="secondary"
          disabled={busy}
          onClick={onCancel}
        >
          取消
        </Button>
      </div>
    </form>
  )
}

'use client'
import { Banner, Button } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { messageOf } from '../callApi.ts'

interface Props {
  /** Over the field. */
  label: string
  /** What confirming brings about. */
  hint?: string
  required?: boolean
  confirmLabel: string
  /** A rejection is shown in place, and what was typed stays. */
  onConfirm: (reason: string) => Promise<void>
  onCancel: () => void
  /** Further fields, below the reason. */
  children?: ReactNode
}

/**
 * A deed's reason and its confirmation, in place. No `<form>`: the page already is one, and Enter
 * must not save the report.
 */
export function ReasonForm({
  label,
  hint,
  required,
  confirmLabel,
  onConfirm,
  onCancel,
  children,
}: Props) {
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  useEffect(() => field.current?.focus(), [])

  const confirm = async () => {
    if (required && reason.trim() === '') {
      setError(`请填写${label}`)
      field.current?.focus()
      return
    }
    setBusy(true)
    setError(undefined)
    try {
      await onConfirm(reason.trim())
    } catch (problem) {
      setError(messageOf(problem))
      setBusy(false)
    }
  }

  return (
    <div className="gongkai-reason" role="group" aria-label={confirmLabel}>
      {hint && <p id={`${id}-hint`}>{hint}</p>}
      <label htmlFor={id}>
        {label}
        {required ? '（必填）' : '（可不填）'}
      </label>
      <textarea
        id={id}
        ref={field}
        rows={2}
        maxLength={2000}
        value={reason}
        aria-required={required}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      {children}
      {error && (
        <div role="alert">
          <Banner type="error">{error}</Banner>
        </div>
      )}
      <div className="gongkai-reason__buttons">
        <Button size="small" margin={false} disabled={busy} onClick={() => void confirm()}>
          {confirmLabel}
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
    </div>
  )
}

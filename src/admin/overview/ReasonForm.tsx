'use client'
import { Banner, Button } from '@payloadcms/ui'
import { useEffect, useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
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
  const form = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  useEffect(() => field.current?.focus(), [])
  useLayoutEffect(() => {
    const element = form.current
    return () => handFocusOn(element)
  }, [])

  const confirm = async () => {
    if (busy) return
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
    <div ref={form} className="gongkai-reason" role="group" aria-label={confirmLabel}>
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
        {/* Not disabled while busy: it would lose the focus. */}
        <Button size="small" margin={false} onClick={() => void confirm()}>
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

/** What the form belongs to takes the focus that would go with the form. */
function handFocusOn(form: HTMLElement | null): void {
  if (!form?.contains(document.activeElement)) return
  const heir = form.parentElement?.closest<HTMLElement>('li, section')
  heir?.setAttribute('tabindex', '-1')
  heir?.focus({ preventScroll: true })
}

import { Button } from '@payloadcms/ui'
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react'

interface Props {
  title: string
  children: ReactNode
  acceptLabel: string
  /** Shown, but not to be pressed. */
  isRefused?: boolean
  onAccept: () => void
  onCancel: () => void
}

/**
 * A question over the page. The browser keeps the focus in it, cancels it on Escape, and gives the
 * focus back; Enter accepts, and must not send the form that the page is.
 */
export function Dialog({ title, children, acceptLabel, isRefused, onAccept, onCancel }: Props) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const accept = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    accept.current?.focus()
    return () => element?.close()
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return
    event.preventDefault()
    if (!isRefused) onAccept()
  }

  return (
    <dialog
      ref={dialog}
      className="gongkai-dialog"
      aria-labelledby={id}
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        event.preventDefault()
        onCancel()
      }}
    >
      <h2 id={id}>{title}</h2>
      <div className="gongkai-dialog__body" tabIndex={-1}>
        {children}
      </div>
      <div className="gongkai-dialog__buttons">
        <Button margin={false} buttonStyle="secondary" onClick={onCancel}>
          取消
        </Button>
        <Button ref={accept} margin={false} disabled={isRefused} onClick={onAccept}>
          {acceptLabel}
        </Button>
      </div>
    </dialog>
  )
}

import { Button } from '@payloadcms/ui'
import { useId, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import './dialog.css'

interface Props {
  title: string
  children: ReactNode
  acceptLabel: string
  cancelLabel?: string
  /** Shown, but not to be pressed. */
  isRefused?: boolean
  onAccept: () => void
  onCancel: () => void
}

/**
 * A question over the page, and outside of the form that the page is, which Enter would send. The
 * browser keeps the focus in it, cancels it on Escape, and gives the focus back; Enter accepts.
 */
export const Dialog = (props: Props) => createPortal(<Question {...props} />, document.body)

function Question({
  title,
  children,
  acceptLabel,
  cancelLabel = '取消',
  isRefused,
  onAccept,
  onCancel,
}: Props) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const accept = useRef<HTMLButtonElement>(null)
  // Closed while it is still on the page: one that is gone gives the focus back to nothing.
  useLayoutEffect(() => {
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
      {/* It may be longer than the screen, and hold nothing that takes the focus. */}
      <div className="gongkai-dialog__body" tabIndex={0}>
        {children}
      </div>
      <div className="gongkai-dialog__buttons">
        <Button margin={false} buttonStyle="secondary" onClick={onCancel}>
          {cancelLabel}
        </Button>
        <Button ref={accept} margin={false} disabled={isRefused} onClick={onAccept}>
          {acceptLabel}
        </Button>
      </div>
    </dialog>
  )
}

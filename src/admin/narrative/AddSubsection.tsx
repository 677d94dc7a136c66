'use client'
import { Button } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { messageOf } from '../callApi.ts'
import type { StoredSection } from './drafts/narrativeState.ts'
import type { NarrativeDesk } from './narrativeDesk.ts'

interface Props extends NarrativeDesk {
  part: StoredSection
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
}

/** Under a part: a button, and on demand the field for the new sub-section's heading. */
export function AddSubsection({ part, isOpen, onOpen, narrative, open, say }: Props) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [heading, setHeading] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (isOpen) field.current?.focus()
  }, [isOpen])

  const close = () => {
    onOpen(false)
    setHeading('')
    setError(undefined)
  }
  const giveUp = () => {
    close()
    requestAnimationFrame(() => button.current?.focus())
  }
  const add = async () => {
    if (heading.trim() === '') return setError('请填写小节的标题')
    setBusy(true)
    try {
      const { id: added } = await narrative.add(part, { heading: heading.trim() })
      say(`已在“${part.heading}”下添加“${heading.trim()}”`)
      close()
      open({ id: added, focus: 'text' })
    } catch (problem) {
      setError(messageOf(problem))
    } finally {
      setBusy(false)
    }
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') giveUp()
    // The page is one form: Enter must not save the report.
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    void add()
  }

  if (!isOpen) {
    return (
      <button
        ref={button}
        type="button"
        className="gongkai-outline__add"
        aria-label={`在“${part.heading}”下添加小节`}
        onClick={() => onOpen(true)}
      >
        ＋ 添加小节
      </button>
    )
  }
  return (
    <div
      className="gongkai-outline__form"
      role="group"
      aria-label={`在“${part.heading}”下添加小节`}
    >
      <label htmlFor={id}>小节标题（不写序号）</label>
      <input
        id={id}
        type="text"
        ref={field}
        maxLength={200}
        value={heading}
        aria-invalid={Boolean(error)}
        onChange={(event) => setHeading(event.target.value)}
        onKeyDown={onKey}
      />
      {error && <p role="alert">{error}</p>}
      <div className="gongkai-narrative__buttons">
        <Button size="small" margin={false} disabled={busy} onClick={() => void add()}>
          添加
        </Button>
        <Button size="small" margin={false} buttonStyle="secondary" onClick={giveUp}>
          取消
        </Button>
      </div>
    </div>
  )
}

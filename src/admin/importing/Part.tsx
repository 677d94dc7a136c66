import type { ReactNode } from 'react'

interface Props {
  label: string
  /** How much of it was read, or why it cannot be taken. */
  note: string
  disabled: boolean
  checked: boolean
  onToggle: () => void
  /** Whether its content is in sight from the start. */
  open?: boolean
  /** Absent when there is nothing to see. */
  children?: ReactNode
}

/** One part of a file: whether it is taken, and what is in it. */
export function Part({ label, note, disabled, checked, onToggle, open, children }: Props) {
  return (
    <div className="gongkai-read__part">
      <label className="gongkai-read__check">
        <input type="checkbox" checked={checked} disabled={disabled} onChange={onToggle} />
        <strong>{label}</strong>
        {note && <span>（{note}）</span>}
      </label>
      {children && (
        <details open={open}>
          <summary aria-label={`查看内容：${label}`}>查看内容</summary>
          {children}
        </details>
      )}
    </div>
  )
}

'use client'
import { useId } from 'react'
import type { Choice } from './choice.ts'

interface Props {
  choice: Choice
  onChange: (part: Partial<Choice>) => void
}

/** The numbers do not add up: they are kept as they are for a reason only. */
export function Hold({ choice, onChange }: Props) {
  const id = useId()
  return (
    <div className="gongkai-read__hold" role="group" aria-label="暂存">
      <p id={`${id}-hint`}>
        所选表格的数字勾稽不符。写明原因，可以按原样暂存（保留差异），解决之前不能送审和发布；也可以不选有问题的表格。
      </p>
      <label htmlFor={id}>暂存的原因</label>
      <textarea
        id={id}
        rows={2}
        maxLength={2000}
        value={choice.hold}
        aria-required
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange({ hold: event.target.value })}
      />
    </div>
  )
}

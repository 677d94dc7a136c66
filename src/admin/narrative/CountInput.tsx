'use client'
import { useId, useState } from 'react'
import { refuseValue } from '../../formats/officialValue.ts'
import { typedCell, type TypedCell } from '../../sheet/typedCell.ts'

interface Props {
  id?: string
  label: string
  value: TypedCell
  readOnly: boolean
  onChange: (value: TypedCell) => void
}

/** A number of items. What is no number stays as it was typed, is named, and is not saved. */
export function CountInput({ id, label, value, readOnly, onChange }: Props) {
  const hint = useId()
  const [typed, setTyped] = useState('')
  const text = Object.is(typedCell(typed), value) ? typed : String(value ?? '')
  const problem = refuseValue(items, value)
  return (
    <>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        className="gongkai-channels__count"
        aria-label={id ? undefined : label}
        aria-invalid={Boolean(problem)}
        aria-describedby={problem ? hint : undefined}
        value={text}
        readOnly={readOnly}
        onChange={(event) => {
          setTyped(event.target.value)
          onChange(typedCell(event.target.value))
        }}
        onKeyDown={(event) => {
          // The page is one form: Enter must not save the report.
          if (event.key === 'Enter') event.preventDefault()
        }}
      />
      {problem && (
        <span id={hint} role="alert" className="gongkai-channels__problem">
          {label}
          {problem}
        </span>
      )}
    </>
  )
}

const items = { key: 'count', label: '数量', type: 'count' } as const

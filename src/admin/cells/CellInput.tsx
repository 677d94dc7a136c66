'use client'
import { useState } from 'react'
import type { Column } from '../../formats/types.ts'
import { typedCell, type TypedCell } from '../../sheet/typedCell.ts'

interface Props {
  column: Column
  value: TypedCell
  readOnly: boolean
  /** Id of the message about this cell, when it was refused. */
  describedBy: string | undefined
  onChange: (value: TypedCell) => void
}

/**
 * One cell. Text rather than `type=number`: a browser hides what it cannot read as a number, and
 * turns the wheel into an edit. What is no number goes to the server as it is, which says so.
 */
export function CellInput({ column, value, readOnly, describedBy, onChange }: Props) {
  const [draft, setDraft] = useState<string>()
  const shown = draft ?? (value === null ? '' : String(value))
  return (
    <label className="gongkai-cells__cell">
      <span>
        {column.label}
        {column.unit && `（${column.unit}）`}
      </span>
      <input
        type="text"
        inputMode={column.type === 'money' ? 'decimal' : 'numeric'}
        autoComplete="off"
        value={shown}
        placeholder="未填"
        readOnly={readOnly}
        aria-invalid={describedBy !== undefined}
        aria-describedby={describedBy}
        onChange={({ target }) => {
          setDraft(target.value)
          onChange(typedCell(target.value))
        }}
        onBlur={() => setDraft(undefined)}
      />
    </label>
  )
}

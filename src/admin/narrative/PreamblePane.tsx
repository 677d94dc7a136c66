'use client'
import { useField } from '@payloadcms/ui'
import { useEffect, useId, useState } from 'react'
import { FindingsHere } from './FindingsHere.tsx'
import type { PaneProps } from './Pane.tsx'
import { selectInField } from './sentences.ts'
import { useSelected } from './useSelected.ts'

/** The text before part one: a field of the report's form, saved with it. */
export function PreamblePane({ opened, ...desk }: PaneProps) {
  const id = useId()
  const { value, setValue, showError, errorMessage } = useField<string>({ path: 'preamble' })
  const [field, setField] = useState<HTMLTextAreaElement | null>(null)
  useSelected(desk.desk, 'preamble', opened.sought, field ?? undefined, selectInField)
  useEffect(() => {
    if (opened.focus === 'text') field?.focus()
  }, [field, opened])
  return (
    <>
      <h3 className="gongkai-narrative__heading">
        <label htmlFor={id}>引言</label>
      </h3>
      <p id={`${id}-hint`}>第一部分之前的文字，例如报告的依据、统计期限和联系方式。</p>
      <textarea
        id={id}
        ref={setField}
        className="gongkai-narrative__preamble"
        rows={8}
        value={value ?? ''}
        readOnly={!desk.mayEdit}
        aria-describedby={`${id}-hint`}
        aria-invalid={showError}
        onChange={(event) => setValue(event.target.value)}
      />
      {showError && <p role="alert">{errorMessage}</p>}
      <FindingsHere
        {...desk}
        id="preamble"
        onShow={(sentence) => field && selectInField(field, sentence)}
      />
    </>
  )
}

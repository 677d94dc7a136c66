'use client'
import { Button, toast, useFormModified } from '@payloadcms/ui'
import { useState } from 'react'
import { postJson } from '../callApi.ts'
import { ReasonForm } from './ReasonForm.tsx'
import type { Verb } from './verbs.ts'

interface Props {
  /** Address of the report in the API. */
  address: string
  verbs: Verb[]
  onDone: () => void
}

/** The workflow's buttons. Each opens its comment and its confirmation below. */
export function Verbs({ address, verbs, onDone }: Props) {
  const [chosen, setChosen] = useState<Verb>()
  const unsaved = useFormModified()
  if (verbs.length === 0) return null

  const run = async (verb: Verb, comment: string) => {
    await postJson(`${address}/${verb.key}`, comment ? { comment } : {})
    setChosen(undefined)
    toast.success(verb.done)
    onDone()
  }

  return (
    <div className="gongkai-verbs">
      <div className="gongkai-verbs__buttons">
        {verbs.map((verb, index) => (
          <Button
            key={verb.key}
            id={`gongkai-${verb.key}`}
            size="medium"
            margin={false}
            buttonStyle={index === 0 ? 'primary' : 'secondary'}
            disabled={unsaved}
            extraButtonProps={{ 'aria-expanded': chosen?.key === verb.key }}
            onClick={() => setChosen(verb)}
          >
            {verb.label}
          </Button>
        ))}
        {unsaved && <span role="status">有未保存的修改，请先保存</span>}
      </div>
      {chosen && (
        <ReasonForm
          key={chosen.key}
          label={chosen.commentLabel}
          hint={chosen.effect}
          required={chosen.commentRequired}
          confirmLabel={`确认${chosen.label}`}
          onConfirm={(comment) => run(chosen, comment)}
          onCancel={() => {
            setChosen(undefined)
            document.getElementById(`gongkai-${chosen.key}`)?.focus()
          }}
        />
      )}
    </div>
  )
}

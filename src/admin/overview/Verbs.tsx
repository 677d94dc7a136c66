'use client'
import { Button, toast, useFormModified } from '@payloadcms/ui'
import { useState } from 'react'
import type { ReportState } from '../../desk/reportState.ts'
import { formatOf } from '../../formats/index.ts'
import { postJson } from '../callApi.ts'
import { deskOf } from '../desk/deskOf.ts'
import { useUnsavedParts } from '../desk/SaveButton.tsx'
import { CellCommentsField, type CellComment } from './CellCommentsField.tsx'
import { ReasonForm } from './ReasonForm.tsx'
import { missingOf, type Verb } from './verbs.ts'

interface Props {
  /** Address of the report in the API. */
  address: string
  state: ReportState
  verbs: Verb[]
  onDone: () => void
}

/** The workflow's buttons. Each opens its comment and its confirmation below. */
export function Verbs({ address, state, verbs, onDone }: Props) {
  const [chosen, setChosen] = useState<Verb>()
  const formModified = useFormModified()
  const unsavedParts = useUnsavedParts(deskOf(state.report.id))
  const unsaved = formModified || unsavedParts.length > 0
  if (verbs.length === 0) return null
  const barred = verbs.filter((verb) => missingOf(verb, state) > 0)

  const run = async (verb: Verb, body: object) => {
    await postJson(`${address}/${verb.key}`, body)
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
            disabled={unsaved || barred.includes(verb)}
            extraButtonProps={{ 'aria-expanded': chosen?.key === verb.key }}
            onClick={() => setChosen(verb)}
          >
            {verb.label}
          </Button>
        ))}
        <span role="status">
          {unsaved
            ? '有未保存的修改，请先保存'
            : barred.map((verb) => told(verb, state)).join('；')}
        </span>
      </div>
      {chosen && (
        <VerbForm
          key={chosen.key}
          verb={chosen}
          format={state.report.format ?? ''}
          onConfirm={(body) => run(chosen, body)}
          onCancel={() => {
            setChosen(undefined)
            document.getElementById(`gongkai-${chosen.key}`)?.focus()
          }}
        />
      )}
    </div>
  )
}

const told = (verb: Verb, state: ReportState) =>
  `还差 ${missingOf(verb, state)} 项才能${verb.label}`

interface FormProps {
  verb: Verb
  format: string
  onConfirm: (body: object) => Promise<void>
  onCancel: () => void
}

function VerbForm({ verb, format, onConfirm, onCancel }: FormProps) {
  const [cells, setCells] = useState<CellComment[]>([])
  return (
    <ReasonForm
      label={verb.commentLabel}
      hint={verb.effect}
      required={verb.commentRequired}
      confirmLabel={`确认${verb.label}`}
      onConfirm={(comment) =>
        onConfirm({ ...(comment && { comment }), ...(cells.length > 0 && { cells }) })
      }
      onCancel={onCancel}
    >
      {verb.key === 'return' && (
        <CellCommentsField format={formatOf(format)} value={cells} onChange={setCells} />
      )}
    </ReasonForm>
  )
}

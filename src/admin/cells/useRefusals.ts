import { useForm, useFormFields, useFormProcessing } from '@payloadcms/ui'
import { useEffect } from 'react'

export interface Refusal {
  path: string
  message: string
}

/**
 * Why the last save of the form was refused, by cell. The server names cells of the whole report
 * (`tables.applications.received.total`), for which this form has no fields: Payload keeps them
 * beside its own until the next save, when they are cleared.
 * @param path of the form's own field
 */
export function useRefusals(path: string): Refusal[] {
  const { dispatchFields } = useForm()
  const processing = useFormProcessing()
  // As text, so that other changes of the form do not render this again.
  const found = useFormFields(([fields]) =>
    JSON.stringify(
      Object.entries(fields)
        .filter(([name, { valid }]) => valid === false && (isCell(name) || name === path))
        .map(([name, { errorMessage }]) => ({ path: name, message: errorMessage ?? '' })),
    ),
  )
  const refusals = JSON.parse(found) as Refusal[]
  useEffect(() => {
    if (!processing) return
    for (const { path: name } of JSON.parse(found) as Refusal[]) {
      if (isCell(name)) dispatchFields({ type: 'REMOVE', path: name })
    }
    // Once a save begins; what it brings back is the next save's to clear.
  }, [processing])
  return refusals
}

const isCell = (name: string) => name.startsWith('tables.')

import { useRef, useState } from 'react'
import type { ImportPreview } from '../../importing/previewImport.ts'
import { callApi, messageOf } from '../callApi.ts'
import { firstChoice, missingIn, offered, within, type Choice } from './choice.ts'
import { chosenFile } from './chosenFile.ts'
import type { Imported } from './ImportResult.tsx'

/** In the place of an organ's id: one that is to be made, with the name that the file gives. */
export const newOrganization = 'new'

export type Step =
  | { name: 'waiting' }
  | { name: 'reading'; file: File }
  | { name: 'choosing'; file: File; preview: ImportPreview; choice: Choice; busy?: Busy }
  | { name: 'done'; preview: ImportPreview; choice: Choice; imported: Imported }

type Busy = 'reading' | 'storing'
type Choosing = Extract<Step, { name: 'choosing' }>

/** An import from the file to the report. Whatever is refused, all that was chosen stays. */
export function useImport(api: string, onStored: () => void) {
  const [step, setStep] = useState<Step>({ name: 'waiting' })
  const [problem, setProblem] = useState<string>()
  const lastAsked = useRef(0)

  /** @returns what the server reads, unless something else was asked for meanwhile */
  const look = async (file: File, choice?: Choice): Promise<ImportPreview | undefined> => {
    const asked = ++lastAsked.current
    const body = bodyOf(file, choice && placeOf(choice))
    const preview = await callApi<ImportPreview>(`${api}/reports/import/preview`, {
      method: 'POST',
      body,
    })
    return asked === lastAsked.current ? preview : undefined
  }

  const read = async (files: readonly File[]) => {
    const chosen = chosenFile(files)
    setProblem('problem' in chosen ? chosen.problem : undefined)
    if ('problem' in chosen) return
    const { file } = chosen
    setStep({ name: 'reading', file })
    try {
      const preview = await look(file)
      if (preview) setStep({ name: 'choosing', file, preview, choice: firstChoice(preview) })
    } catch (error) {
      setProblem(messageOf(error))
      setStep({ name: 'waiting' })
    }
  }

  /** Reads the file again for another organ or year, for which another report may be there. */
  const lookAgain = async (step: Choosing, choice: Choice) => {
    setStep({ ...step, choice, busy: 'reading' })
    try {
      const preview = await look(step.file, choice)
      if (preview) setStep((now) => readAgain(now, preview))
    } catch (error) {
      setProblem(messageOf(error))
      setStep((now) => ({ ...now, busy: undefined }))
    }
  }

  const choose = (choice: Choice) => {
    if (step.name !== 'choosing') return
    setProblem(undefined)
    const { organization, year } = step.choice
    const moved = choice.organization !== organization || choice.year !== year
    if (moved && /^\d{4}$/.test(choice.year)) void lookAgain(step, choice)
    else setStep({ ...step, choice })
  }

  const store = async () => {
    if (step.name !== 'choosing' || step.busy) return
    const { file, preview, choice } = step
    const missing = missingIn(preview, choice)
    setProblem(missing)
    if (missing) return
    setStep({ ...step, busy: 'storing' })
    try {
      const body = bodyOf(file, { ...placeOf(choice), ...wishesOf(preview, choice) })
      const imported = await callApi<Imported>(`${api}/reports/import`, { method: 'POST', body })
      setStep({ name: 'done', preview, choice, imported })
      onStored()
    } catch (error) {
      setProblem(messageOf(error))
      // It may have been refused because the report is there by now, or has moved on.
      await lookAgain(step, choice)
    }
  }

  const cancel = () => {
    lastAsked.current += 1
    setProblem(undefined)
    setStep({ name: 'waiting' })
  }

  return { step, problem, read, choose, store, cancel }
}

function bodyOf(file: File, fields: Record<string, string> = {}): FormData {
  const body = new FormData()
  body.set('file', file)
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  return body
}

const placeOf = ({ organization, year }: Choice): Record<string, string> => ({
  ...(organization && organization !== newOrganization ? { organization } : {}),
  year,
})

function wishesOf(
  { read, existing }: ImportPreview,
  { organization, take, hold }: Choice,
): Record<string, string> {
  return {
    take: JSON.stringify(take),
    ...(organization === newOrganization ? { organizationName: read.organizationName ?? '' } : {}),
    ...(existing ? { into: existing.id, revision: String(existing.revision) } : {}),
    ...(hold.trim() ? { hold: hold.trim() } : {}),
  }
}

const readAgain = (step: Step, preview: ImportPreview): Step =>
  step.name === 'choosing'
    ? {
        ...step,
        preview,
        choice: carriedOver(step.preview, preview, step.choice),
        busy: undefined,
      }
    : step

/** What was chosen holds on, but nobody agreed to replace another report or a later revision. */
function carriedOver(before: ImportPreview, after: ImportPreview, choice: Choice): Choice {
  const same =
    before.existing?.id === after.existing?.id &&
    before.existing?.revision === after.existing?.revision
  const limits = offered(after)
  return {
    ...choice,
    take: before.read.format === after.read.format ? within(choice.take, limits) : limits,
    replace: same && choice.replace,
    hold: choice.hold || (after.existing?.holdReason ?? ''),
  }
}

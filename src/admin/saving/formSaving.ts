import type { useForm } from '@payloadcms/ui'
import { ApiProblem, callApi } from '../callApi.ts'
import {
  changesBetween,
  contestedBetween,
  fieldLabel,
  fieldText,
  formFields,
  withValues,
  type FieldChanges,
  type ReportData,
} from './formFields.ts'
import { askWhich } from './merging.ts'

export interface ReportForm {
  readonly report: string
  /** Path of Payload's REST API. */
  readonly api: string
  /** Where Payload's form is sent. */
  readonly action: string
  /** As it was read or saved last. */
  readonly saved: ReportData
  readonly setSaved: (data: ReportData) => void
  readonly form: ReturnType<typeof useForm>
  readonly changes: () => FieldChanges
}

/** What Payload's form has shown the person already. */
export class ShownProblem extends ApiProblem {
  /** Path of the first field that was refused. */
  readonly field: string | undefined

  constructor(message: string, field?: string) {
    super(400, message)
    this.field = field
  }
}

/**
 * Sends only what the person has changed, so that fields that others have changed stay theirs.
 * @throws {ApiProblem} what was refused, or that the merge was put off; all typed stays
 */
export async function saveForm(page: ReportForm): Promise<void> {
  const { action, form, setSaved } = page
  const server = await read(page)
  const theirs = changesBetween(page.saved, server)
  const values = await settled(page, page.changes(), theirs)
  if (!values) throw new ApiProblem(409, '他人已保存新的修改，合并后才能保存')
  if (Object.keys(values).length > 0) {
    const base = `base=${encodeURIComponent(String(server.updatedAt))}`
    const sent = await form.submit({
      action: `${action}${action.includes('?') ? '&' : '?'}${base}`,
      disableSuccessStatus: true,
      // Payload sends what a function gives and nothing else; an object it would add to all fields.
      overrides: (() => withValues({}, values)) as unknown as () => FormData,
    })
    if (!sent) throw await refusal(form)
  }
  if (Object.keys(theirs).length === 0) return
  const now = await read(page)
  await form.reset(now)
  setSaved(now)
}

const read = ({ api, report }: ReportForm) =>
  callApi<ReportData>(`${api}/reports/${report}?depth=0`)

/** @returns what is to be saved of what the person changed; `undefined` when they put it off */
async function settled(
  { report }: ReportForm,
  mine: FieldChanges,
  theirs: FieldChanges,
): Promise<Record<string, unknown> | undefined> {
  const contested = contestedBetween(mine, theirs)
  const disagreements = contested.map((path) => ({
    key: path,
    label: fieldLabel(path),
    before: fieldText(path, mine[path]?.before),
    mine: fieldText(path, mine[path]?.after),
    theirs: fieldText(path, theirs[path]?.after),
  }))
  const stay = disagreements.length > 0 ? await askWhich(report, disagreements) : new Set<string>()
  if (!stay) return undefined
  const kept = Object.entries(mine).filter(([path]) => !contested.includes(path) || stay.has(path))
  return Object.fromEntries(kept.map(([path, { after }]) => [path, after]))
}

async function refusal(form: ReportForm['form']): Promise<ShownProblem> {
  const fields = await refusedFields(form)
  const words = fields
    .map(([path, { errorMessage }]) => `${fieldLabel(path)}：${errorMessage ?? '有误'}`)
    .join('；')
  return new ShownProblem(words || '请改正标出的各项', fields[0]?.[0])
}

const looks = 60
const betweenLooksMs = 50

/**
 * The form knows which fields were refused once they are drawn, which takes a slow machine seconds.
 * Where something else was wrong no field is ever marked, so it is not waited for longer.
 */
async function refusedFields(form: ReportForm['form']) {
  for (let look = 0; look < looks; look++) {
    const refused = Object.entries(form.getFields()).filter(([, { valid }]) => valid === false)
    if (refused.length > 0) return refused
    await new Promise((later) => setTimeout(later, betweenLooksMs))
  }
  return []
}

/**
 * Puts unsaved work back into the form.
 * @returns whether it is back; not when the person puts the decision off
 */
export async function restoreForm(page: ReportForm, stored: unknown): Promise<boolean> {
  const { form, saved } = page
  const mine = readChanges(stored)
  const before = withValues(
    saved,
    mapped(mine, ({ before: was }) => was),
  )
  const values = await settled(page, mine, changesBetween(before, saved))
  if (!values) return false
  await form.reset(withValues(form.getData(), values))
  form.setModified(true)
  return true
}

const mapped = <T>(changes: FieldChanges, value: (change: FieldChanges[string]) => T) =>
  Object.fromEntries(Object.entries(changes).map(([path, change]) => [path, value(change)]))

/** What was kept, perhaps by another version of this code. */
function readChanges(stored: unknown): FieldChanges {
  const entries = Object.entries((stored ?? {}) as FieldChanges)
  const isKnown = (path: string) => formFields.some((field) => field.path === path)
  return Object.fromEntries(
    entries.filter(([path, change]) => isKnown(path) && 'after' in Object(change)),
  )
}

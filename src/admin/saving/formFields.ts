import type { Field } from 'payload'
import { basicsFields } from '../../collections/Reports/basicsFields.ts'
import { narrativeFields } from '../../collections/Reports/narrativeFields.ts'
import { formatDay } from '../time.ts'

/** The fields of the report's form, apart from the tables and the sections, and what differs. */

export interface FormField {
  /** Such as `contact.phone`; a list is one field. */
  readonly path: string
  readonly label: string
  readonly kind: 'day' | 'list' | 'plain'
}

/** The report as the form has it, or as the server has it without its relations. */
export type ReportData = Record<string, unknown>

/** Fields by their path, with what they were and what they are. */
export type FieldChanges = Readonly<Record<string, { before: unknown; after: unknown }>>

const fixed = ['title', 'organization', 'year', 'format']

export const formFields: readonly FormField[] = [...basicsFields, ...narrativeFields]
  .flatMap((field) => leavesOf(field))
  .filter(({ path }) => !fixed.includes(path))

function leavesOf(field: Field, path = '', above = ''): FormField[] {
  if (field.type === 'row') return field.fields.flatMap((one) => leavesOf(one, path, above))
  if (!('name' in field) || field.type === 'ui') return []
  const own = `${path}${field.name}`
  const label = `${above}${labelOf(field)}`
  if (field.type === 'group') {
    return field.fields.flatMap((one) => leavesOf(one, `${own}.`, `${label}：`))
  }
  return [{ path: own, label, kind: kindOf(field) }]
}

function kindOf(field: Field): FormField['kind'] {
  if (field.type === 'date') return 'day'
  return field.type === 'array' || ('hasMany' in field && field.hasMany) ? 'list' : 'plain'
}

function labelOf({ label }: { label?: unknown }): string {
  return (label as { zh?: string } | undefined)?.zh ?? ''
}

/** @returns what the second has otherwise than the first */
export function changesBetween(before: ReportData, after: ReportData): FieldChanges {
  const changed = formFields.flatMap(({ path, kind }) => {
    const [was, is] = [before, after].map((data) => {
      const value = valueAt(data, path)
      // Payload's form writes a list without rows as the number of its rows.
      return kind === 'list' && !Array.isArray(value) ? [] : value
    })
    return isSame(was, is) ? [] : [[path, { before: was, after: is }] as const]
  })
  return Object.fromEntries(changed)
}

/** @returns paths of what both have changed, differently */
export const contestedBetween = (mine: FieldChanges, theirs: FieldChanges): string[] =>
  Object.keys(mine).filter((path) => theirs[path] && !isSame(mine[path]?.after, theirs[path].after))

export const isSame = (one: unknown, other: unknown): boolean => written(one) === written(other)

/** An emptied field is as one that was never filled; names of rows are not looked at. */
function written(value: unknown): string {
  if (value === '' || value === undefined || value === null) return ''
  if (Array.isArray(value)) return value.length === 0 ? '' : `[${value.map(written).join()}]`
  if (typeof value !== 'object') return JSON.stringify(value)
  if ('createdAt' in value && 'id' in value) return JSON.stringify(value.id)
  const entries = Object.entries(value).filter(([name]) => name !== 'id')
  return JSON.stringify(entries.map(([name, one]) => [name, written(one)]).sort())
}

export const valueAt = (data: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, name) => (value as ReportData | null | undefined)?.[name], data)

/** @returns the data with the values put in at their paths; is not changed itself */
export function withValues(
  data: ReportData,
  values: Readonly<Record<string, unknown>>,
): ReportData {
  return Object.entries(values).reduce((result, [path, value]) => put(result, path, value), data)
}

function put(data: ReportData, path: string, value: unknown): ReportData {
  const [name = '', ...rest] = path.split('.')
  if (rest.length === 0) return { ...data, [name]: value }
  return { ...data, [name]: put((data[name] ?? {}) as ReportData, rest.join('.'), value) }
}

/** What a person reads of a value. */
export function fieldText(path: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '（空）'
  if (Array.isArray(value)) return value.length === 0 ? '（空）' : `共 ${value.length} 项`
  const field = formFields.find((one) => one.path === path)
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return field?.kind === 'day' ? formatDay(text) : text
}

/** Whether the field is edited where the text speaks of it. */
export const isInText = (path: string): boolean =>
  narrativeFields.some((field) => 'name' in field && field.name === path.split('.')[0])

export const fieldLabel = (path: string): string =>
  formFields.find((field) => field.path === path)?.label ?? path

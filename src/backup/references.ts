import type { FlattenedField } from 'payload'
import { isStored, type Members } from './neutral.ts'

/** What a relationship or an upload points to. */
export interface Reference {
  field: FlattenedField
  collection: string
  id: string
}

type Stays = (reference: Reference) => boolean

/**
 * Asks of each reference that a document holds, alone, in lists, groups and rows, whether it stays.
 * What rich text and JSON name is content, which no database looks at.
 * @returns the document without those that do not stay
 */
export const withReferences = <T extends Members>(
  fields: readonly FlattenedField[],
  members: T,
  stays: Stays,
): T => {
  const entries = Object.entries(members).map(([name, value]) => {
    const field = fields.find((candidate) => candidate.name === name && isStored(candidate))
    return [name, field ? remaining(field, value, stays) : value] as const
  })
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as T
}

function remaining(field: FlattenedField, value: unknown, stays: Stays): unknown {
  if (value === null || value === undefined) return value
  switch (field.type) {
    case 'group':
    case 'tab':
      return withReferences(field.flattenedFields, value as Members, stays)
    case 'array':
      return (value as Members[]).map((row) => withReferences(field.flattenedFields, row, stays))
    case 'relationship':
    case 'upload':
      if (Array.isArray(value)) return value.filter((one) => stays(referenceOf(field, one)))
      return stays(referenceOf(field, value)) ? value : undefined
    default:
      return value
  }
}

/** @param value an id, or with its collection where the field may point to several */
function referenceOf(
  field: FlattenedField & { type: 'relationship' | 'upload' },
  value: unknown,
): Reference {
  if (typeof field.relationTo === 'string') {
    return { field, collection: field.relationTo, id: value as string }
  }
  const { relationTo, value: id } = value as { relationTo: string; value: string }
  return { field, collection: relationTo, id }
}

/** @returns the collections that others refer to */
export function referredTo(fields: readonly FlattenedField[]): string[] {
  return fields.flatMap((field) => {
    if (field.type === 'relationship' || field.type === 'upload') return field.relationTo
    return 'flattenedFields' in field ? referredTo(field.flattenedFields) : []
  })
}

import type { FlattenedField } from 'payload'
import { isStored, type Document, type Members } from './neutral.ts'

/** What a reference becomes; `undefined` takes it away. */
export type Follow = (collection: string, id: string, field: FlattenedField) => string | undefined

/**
 * Follows each reference that a document holds: relationships and uploads, alone, in lists, groups
 * and rows, and those within rich text. JSON holds none.
 * @returns the document with what `follow` gave
 */
export const followed = <T extends Members>(
  fields: readonly FlattenedField[],
  members: T,
  follow: Follow,
): T => {
  const entries = Object.entries(members).map(([name, value]) => {
    const field = fields.find((candidate) => candidate.name === name && isStored(candidate))
    return [name, field ? followValue(field, value, follow) : value] as const
  })
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as T
}

function followValue(field: FlattenedField, value: unknown, follow: Follow): unknown {
  if (value === null || value === undefined) return value
  switch (field.type) {
    case 'group':
    case 'tab':
      return followed(field.flattenedFields, value as Members, follow)
    case 'array':
      return (value as Members[]).map((row) => followed(field.flattenedFields, row, follow))
    case 'richText':
      return followText(field, value, follow)
    case 'relationship':
    case 'upload':
      return followRelation(field, value, follow)
    default:
      return value
  }
}

function followRelation(
  field: FlattenedField & { type: 'relationship' | 'upload' },
  value: unknown,
  follow: Follow,
): unknown {
  if (Array.isArray(value)) {
    const list = value.map((one) => followRelation(field, one, follow))
    return list.filter((one) => one !== undefined)
  }
  if (isReference(value)) return followReference(field, value, follow)
  return typeof field.relationTo === 'string'
    ? follow(field.relationTo, value as string, field)
    : value
}

interface Reference {
  relationTo: string
  value: string
}

/** As Payload writes a reference that may go to several collections, and Lexical any. */
const isReference = (value: unknown): value is Reference =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Reference).relationTo === 'string' &&
  typeof (value as Reference).value === 'string'

function followReference(field: FlattenedField, found: Reference, follow: Follow): unknown {
  const value = follow(found.relationTo, found.value, field)
  return value === undefined ? undefined : { ...found, value }
}

function followText(field: FlattenedField, value: unknown, follow: Follow): unknown {
  if (Array.isArray(value)) return value.map((item) => followText(field, item, follow))
  if (typeof value !== 'object' || value === null) return value
  const here = isReference(value) ? followReference(field, value, follow) : value
  return Object.fromEntries(
    Object.entries(here ?? {}).map(([name, member]) => [name, followText(field, member, follow)]),
  )
}

/** @returns the collections that others refer to */
export function referredTo(fields: readonly FlattenedField[]): string[] {
  return fields.flatMap((field) => {
    if (field.type === 'relationship' || field.type === 'upload') return field.relationTo
    return 'flattenedFields' in field ? referredTo(field.flattenedFields) : []
  })
}

/** A page's own preferences carry its id at the end of their key. */
export const followPreference = (document: Document, follow: (id: string) => string): Document =>
  typeof document.key === 'string'
    ? { ...document, key: document.key.replace(/(?<=-)[0-9a-f]{8}-?[0-9a-f-]{16,27}$/, follow) }
    : document

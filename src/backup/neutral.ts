import type { FlattenedField } from 'payload'

export type Members = Record<string, unknown>
export type Document = Members & { id: string }

/**
 * The one form of a document, whichever database it comes from: SQLite says `null`, `[]` and `{}`
 * where MongoDB may have nothing. Lists and groups are always there, for the desk reads them without
 * asking; another member that is not set is left out; where the field has a default, it is
 * filled in, as Payload does on reading, and a `null` that was set instead is kept. What JSON and
 * rich text hold is left as it is.
 * @throws {Error} on a kind of field that no collection had when this was written
 */
export const neutralDocument = (
  fields: readonly FlattenedField[],
  document: Document,
): Document => ({
  id: document.id,
  ...neutral(fields, document),
})

function neutral(fields: readonly FlattenedField[], members: Members): Members {
  const kept = fields
    .filter(isStored)
    .map((field) => [field.name, valueOf(field, members[field.name])] as const)
    .filter(([, value]) => value !== undefined)
  return Object.fromEntries(kept)
}

/** @returns whether the database keeps the field */
export const isStored = (field: FlattenedField): boolean =>
  field.type !== 'join' && !('virtual' in field && field.virtual)

function valueOf(field: FlattenedField, value: unknown): unknown {
  switch (field.type) {
    case 'group':
    case 'tab':
      return neutral(field.flattenedFields, membersOf(value))
    case 'array':
      return listOf(value).map((row) => neutral(field.flattenedFields, membersOf(row)))
    case 'json':
    case 'richText':
      return value ?? undefined
    case 'blocks':
      throw new Error(`A backup cannot hold blocks yet: ${field.name}`)
    default:
      return 'hasMany' in field && field.hasMany ? many(field, value) : single(field, value)
  }
}

const membersOf = (value: unknown): Members => (value ?? {}) as Members
const listOf = (value: unknown): unknown[] => (value ?? []) as unknown[]

/** No database tells a list without entries from one that was never there. */
function many(field: FlattenedField, value: unknown): unknown {
  return value === undefined ? (defaultOf(field) ?? []) : listOf(value)
}

function single(field: FlattenedField, value: unknown): unknown {
  const standard = defaultOf(field)
  if (value === undefined) return standard
  if (value === null) return standard === undefined ? undefined : null
  return field.type === 'date' ? instantOf(value) : value
}

/** @returns the default that every document without the field has; one that is computed is none */
function defaultOf(field: FlattenedField): unknown {
  const standard: unknown = 'defaultValue' in field ? field.defaultValue : undefined
  return typeof standard === 'function' || standard === null ? undefined : standard
}

function instantOf(value: unknown): unknown {
  const instant = new Date(value as string)
  return Number.isNaN(instant.getTime()) ? value : instant.toISOString()
}

import type { Where } from 'payload'

/** The quick filters over Payload's own query, in the shape that its filter shows and changes. */

/** Alternatives, each a list of conditions that all hold. */
type Alternatives = Where[][]

/** @returns what the field has to equal, or an empty text when the query does not say so */
export function filterValue(where: Where | undefined, field: string): string {
  const values = alternativesOf(where).map(
    (conditions) => conditions.map((one) => equalsOf(one, field)).find(Boolean) ?? '',
  )
  // Only what holds in every alternative narrows the whole list.
  return values.length > 0 && values.every((value) => value === values[0]) ? (values[0] ?? '') : ''
}

/**
 * @param value what the field has to equal; an empty text takes the condition away
 * @returns the query with this condition in every alternative, in place of the one before
 */
export function withFilter(where: Where | undefined, field: string, value: string): Where {
  const others = alternativesOf(where).map((conditions) =>
    conditions.filter((one) => equalsOf(one, field) === undefined),
  )
  const alternatives = value
    ? (others.length > 0 ? others : [[]]).map((one) => [...one, { [field]: { equals: value } }])
    : others
  return { or: alternatives.filter(({ length }) => length > 0).map((and) => ({ and })) }
}

function alternativesOf(where: Where | undefined): Alternatives {
  if (!where || Object.keys(where).length === 0) return []
  return (where.or ?? [where]).map((one) => one.and ?? [one])
}

function equalsOf(condition: Where, field: string): string | undefined {
  const { equals } = (condition[field] ?? {}) as { equals?: unknown }
  // From the address it is a text, from a preset of Payload's it may be a number.
  return typeof equals === 'string' || typeof equals === 'number' ? String(equals) : undefined
}

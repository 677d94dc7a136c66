import type { Schema } from '../types.ts'

/** Short ways to write schemas. All that an object has is required unless said otherwise. */

export const text = (description?: string): Schema => ({
  type: 'string',
  ...(description ? { description } : {}),
})

export const whole = (description?: string): Schema => ({
  type: 'integer',
  ...(description ? { description } : {}),
})

export const flag = (description?: string): Schema => ({
  type: 'boolean',
  ...(description ? { description } : {}),
})

export const instant = (description: string): Schema => ({
  type: 'string',
  format: 'date-time',
  description,
})

export const address = (description: string): Schema => ({
  type: 'string',
  format: 'uri',
  description,
})

export const oneOf = (values: readonly string[], description?: string): Schema => ({
  type: 'string',
  enum: values,
  ...(description ? { description } : {}),
})

/** @param schema of one type */
export const orNull = (schema: Schema): Schema => ({ ...schema, type: [schema.type, 'null'] })

export const listOf = (items: Schema, description?: string): Schema => ({
  type: 'array',
  items,
  ...(description ? { description } : {}),
})

export const mapOf = (values: Schema, description?: string): Schema => ({
  type: 'object',
  additionalProperties: values,
  ...(description ? { description } : {}),
})

/** @param optional names of those that may be absent */
export const object = (
  properties: Readonly<Record<string, Schema>>,
  optional: readonly string[] = [],
): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
})

export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })

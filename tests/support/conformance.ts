import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { Response as Answer } from 'supertest'
import type { Document, Operation, Response, Schema } from '../../src/delivery/openapi/types.ts'

/**
 * Checks answers against the document. What the document does not name must not be there, though
 * readers are told of additions by nothing: so every object is closed here.
 */
export function conformance(document: Document) {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  const components = closed(document.components)

  const responseOf = (operation: Operation, status: number): Response => {
    const found = operation.responses[String(status)] ?? operation.responses.default
    if (!found) throw new Error(`${operation.operationId} says nothing of ${status}`)
    if (!('$ref' in found)) return found
    return document.components.responses?.[found.$ref.split('/').at(-1) ?? ''] as Response
  }

  /** @returns what is wrong with the answer; nothing when it is as described */
  return function faultsOf(operation: Operation, answer: Answer): string[] {
    const { headers = {}, content } = responseOf(operation, answer.status)
    const missing = Object.keys(headers).filter((name) => !answer.headers[name.toLowerCase()])
    const faults = missing.map((name) => `no header ${name}`)
    const type = answer.headers['content-type']?.split(';')[0] ?? ''
    if (!content) return answer.text ? [...faults, 'a body'] : faults
    const described = content[type]
    if (!described) return [...faults, `${type} is not described`]
    if (!/json$/.test(type)) return faults
    const validate = ajv.compile({ ...(closed(described.schema) as Schema), components })
    validate(JSON.parse(answer.text))
    const errors = (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    )
    return [...faults, ...errors]
  }
}

/** A copy in which objects have the members that are named and no others. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed)
  if (typeof value !== 'object' || value === null) return value
  const copy = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, closed(item)]))
  const isObject = copy.type === 'object' && 'properties' in copy && 'required' in copy
  return isObject && !('additionalProperties' in copy)
    ? { ...copy, additionalProperties: false }
    : copy
}

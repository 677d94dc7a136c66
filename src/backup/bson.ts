/** @returns a value of MongoDB as JSON has it: ids as hex digits, instants as text */
export function plain(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  if (isObjectId(value)) return value.toHexString()
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member)]))
}

const isObjectId = (value: object): value is { toHexString: () => string } =>
  (value as { _bsontype?: unknown })._bsontype === 'ObjectId'

/**
 * Replaces every lone half of a surrogate pair, which neither UTF-8 nor canonical JSON can hold and
 * which a cut in the middle of a character leaves behind, by U+FFFD.
 * @param value JSON: strings, numbers, booleans, null, arrays and plain objects
 * @returns a copy in which every string is well formed; the names of members stay
 */
export function wellFormed<T>(value: T): T
export function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\p{Surrogate}/gu, '\uFFFD')
  if (Array.isArray(value)) return value.map((item: unknown) => wellFormed(item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, wellFormed(item)]))
}

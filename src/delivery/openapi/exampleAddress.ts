import type { Operation } from './types.ts'

/** @returns the path with the examples of its parameters, and of those in the query that have one */
export function exampleAddress(path: string, { parameters = [] }: Operation): string {
  const filled = parameters
    .filter((parameter) => parameter.in === 'path')
    .reduce(
      (address, { name, example = '' }) =>
        address.replace(`{${name}}`, encodeURIComponent(String(example))),
      path,
    )
  const query = parameters
    .filter((parameter) => parameter.in === 'query' && parameter.example !== undefined)
    .map(({ name, example }) => `${name}=${encodeURIComponent(String(example))}`)
  return query.length === 0 ? filled : `${filled}?${query.join('&')}`
}

import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Document } from './neutral.ts'

/** One spelling of a document: the same line whichever database it came from. */
export function lineOf(value: object): string {
  const line = canonicalize(value)
  if (line === undefined) throw new TypeError('not JSON')
  return `${line}\n`
}

export const sha256 = (data: string | Buffer): string =>
  createHash('sha256').update(data).digest('hex')

const modulus = 1n << 256n

/**
 * How many documents there are and a digest over them that does not depend on their order: the sum
 * of the SHA-256 of each.
 */
export class Tally {
  documents = 0
  #sum = 0n

  add(document: Partial<Document>): void {
    this.documents += 1
    this.#sum = (this.#sum + BigInt(`0x${sha256(lineOf(document))}`)) % modulus
  }

  equals(other: Tally): boolean {
    return this.documents === other.documents && this.#sum === other.#sum
  }
}

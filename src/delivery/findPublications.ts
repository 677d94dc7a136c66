import type { Payload, Where } from 'payload'
import type { Publication as StoredPublication } from '../payload-types.ts'

/**
 * What is kept before the content, which is large: SQLite would read through it to get at more.
 */
export const listed = {
  title: true,
  organizationSlug: true,
  organizationName: true,
  region: true,
  year: true,
  format: true,
  revision: true,
  state: true,
  digest: true,
  publishedAt: true,
  withdrawnAt: true,
  correctionReason: true,
  report: true,
  sequence: true,
} as const

export type Listed = Pick<StoredPublication, keyof typeof listed | 'id'>

/** The publications that match, without what is large. */
export const findPublications = (
  payload: Payload,
  where: Where,
  options: { sort: string | string[]; limit: number; page?: number },
) =>
  payload.find({
    collection: 'publications',
    where,
    ...options,
    pagination: options.page !== undefined,
    depth: 0,
    select: listed,
  })

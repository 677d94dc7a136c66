import type { Report, RevisionContent } from '../api/types.ts'

/** All that figures are taken from: a report, or a revision of one. */
export type Content = Pick<
  Report | RevisionContent,
  'organization' | 'year' | 'format' | 'tables' | 'disclosureFigures'
>

/** One number of a report. `null`: the report does not state it, which is not zero. */
export interface Figure {
  key: string
  label: string
  unit: string
  value: number | null
  /** Stands beside what the others are parts of: it has no share in it. */
  apart?: true
  /** Of a sum over reports: how many of them do not state it, so that it is no part of the sum. */
  unstatedBy?: number
}

/** What figures are parts of. */
export const wholeOf = (figures: readonly Figure[]): number =>
  figures.reduce((sum, { value, apart }) => sum + (apart ? 0 : (value ?? 0)), 0)

/** Adds up; what lacks a part has no sum. */
export const sumOf = (values: readonly (number | null)[]): number | null =>
  values.reduce<number | null>(
    (sum, value) => (sum === null || value === null ? null : sum + value),
    0,
  )

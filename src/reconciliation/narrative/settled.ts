import type { Claim } from './claims.ts'
import type { Verdicts } from './compare.ts'

/**
 * Whether nothing more has to be said of these numbers: one is wrong against a cell and has been
 * told, or all are as the tables have them, so that the tables' own rules speak.
 */
export const isSettled = (claims: readonly Claim[], verdicts: Verdicts): boolean =>
  claims.some((claim) => verdicts.get(claim) === 'wrong') ||
  claims.every((claim) => verdicts.get(claim) === 'right')

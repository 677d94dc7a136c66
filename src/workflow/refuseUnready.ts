import type { PayloadRequest } from 'payload'
import { missingFor, readinessOf, type ReadinessInput } from '../desk/readiness.ts'
import { Refused } from '../desk/refusals.ts'

/**
 * What is wrong, unfinished or unexplained goes no further.
 * @throws {Refused} 400 with everything that is missing, by name
 */
export function refuseUnready(
  req: PayloadRequest,
  verb: 'publish' | 'submit',
  input: ReadinessInput,
): void {
  const missing = missingFor(verb, readinessOf(input))
  if (missing.length === 0) return
  const problems = missing.map(({ key, label, detail }) => ({
    path: key,
    message: detail ?? label,
  }))
  throw new Refused(req, 'reports', problems, { findings: input.reconciliation.findings })
}

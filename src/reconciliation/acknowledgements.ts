import type { Finding, KeptAcknowledgement, Reconciliation } from './types.ts'

/**
 * Puts the kept acknowledgements on the findings that they were given for. A key holds the values
 * that the finding rests on, so one for other values is not found again. Errors stay as they are:
 * nobody can explain them away.
 */
export function acknowledge(
  findings: readonly Finding[],
  kept: readonly KeptAcknowledgement[] = [],
): Finding[] {
  return findings.map((finding) => {
    const found = kept.find(({ key }) => key === finding.key)
    if (!found || finding.severity === 'error') return finding
    const { by, at, reason } = found
    return { ...finding, acknowledged: { by, at, reason } }
  })
}

/** @returns the warnings that somebody has yet to acknowledge before the report is published. */
export const openWarnings = ({ findings }: Pick<Reconciliation, 'findings'>): Finding[] =>
  findings.filter(({ severity, acknowledged }) => severity === 'warning' && !acknowledged)

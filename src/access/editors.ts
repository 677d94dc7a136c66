import type { PayloadRequest } from 'payload'
import { idOf } from './relations.ts'
import { hasRole, personOf } from './roles.ts'

/**
 * Who may edit what belongs to an organ: its editors and reviewers, and an administrator. The
 * county office reads and returns, it does not edit.
 * @param organization id; absent when it is not known yet whose it will be
 */
export function mayEdit(req: Pick<PayloadRequest, 'user'>, organization?: string): boolean {
  if (hasRole(req, 'administrator')) return true
  const own = idOf(personOf(req)?.organization)
  if (!own || !hasRole(req, 'editor', 'reviewer')) return false
  return organization === undefined || organization === own
}

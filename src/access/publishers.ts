import type { PayloadRequest } from 'payload'
import { idOf } from './relations.ts'
import { hasRole, personOf } from './roles.ts'
import { isWithin } from './subtree.ts'

/**
 * Who may publish, withdraw and revise the reports of an organ: an administrator, and a reviewer or
 * the county office of the organ or of one above it. An editor may not.
 * @param organization id of the report's organ
 */
export async function mayPublish(req: PayloadRequest, organization: string): Promise<boolean> {
  if (hasRole(req, 'administrator')) return true
  const own = idOf(personOf(req)?.organization)
  if (!own || !hasRole(req, 'reviewer', 'supervisor')) return false
  return isWithin(req, own, organization)
}

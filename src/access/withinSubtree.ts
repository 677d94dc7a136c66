import type { Access, Where } from 'payload'
import { idOf } from './relations.ts'
import { hasRole, personOf } from './roles.ts'
import { subtreeOf } from './subtree.ts'

/**
 * Those who work on reports read what belongs to their organ and to the organs below it; an
 * administrator reads all; the WeChat team and strangers read nothing.
 * @param path of the field that names the organ, such as `organization` or `report.organization`
 */
export const withinSubtree =
  (path: string): Access =>
  async ({ req }) => {
    if (hasRole(req, 'administrator')) return true
    const organization = idOf(personOf(req)?.organization)
    if (!organization || !hasRole(req, 'editor', 'reviewer', 'supervisor')) return false
    const where: Where = { [path]: { in: await subtreeOf(req, organization) } }
    return where
  }

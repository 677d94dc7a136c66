import type { Access, Where } from 'payload'
import { idOf } from './relations.ts'
import { hasRole, personOf } from './roles.ts'

/**
 * Editors and reviewers write what belongs to their own organ, an administrator everything. The
 * county office reads and returns, it does not edit.
 * @param path of the field that names the organ
 */
export const ownOrganization =
  (path: string): Access =>
  ({ req }) => {
    if (hasRole(req, 'administrator')) return true
    const organization = idOf(personOf(req)?.organization)
    if (!organization || !hasRole(req, 'editor', 'reviewer')) return false
    const where: Where = { [path]: { equals: organization } }
    return where
  }

/** The same for what is not there yet: the organ is taken from the data. */
export const forOwnOrganization: Access = ({ req, data }) => {
  if (hasRole(req, 'administrator')) return true
  const organization = idOf(personOf(req)?.organization)
  if (!organization || !hasRole(req, 'editor', 'reviewer')) return false
  // The admin asks without data whether to offer the button at all.
  const given = data as { organization?: string | { id: string } } | undefined
  return given?.organization === undefined || idOf(given.organization) === organization
}

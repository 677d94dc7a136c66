import type { Access, Where } from 'payload'
import { mayEdit } from './editors.ts'
import { idOf } from './relations.ts'
import { hasRole, personOf } from './roles.ts'

/**
 * Those who may edit an organ's things, as a rule over what is there already.
 * @param path of the field that names the organ
 */
export const ownOrganization =
  (path: string): Access =>
  ({ req }) => {
    if (hasRole(req, 'administrator')) return true
    if (!mayEdit(req)) return false
    const where: Where = { [path]: { equals: idOf(personOf(req)?.organization) } }
    return where
  }

/** The same for what is not there yet: the organ is taken from the data. */
export const forOwnOrganization: Access = ({ req, data }) => {
  // The admin asks without data whether to offer the button at all.
  const given = data as { organization?: string | { id: string } } | undefined
  return mayEdit(req, idOf(given?.organization))
}

import type { Access, PayloadRequest } from 'payload'
import { idOf } from './relations.ts'
import { hasRole, personOf } from './roles.ts'
import { isWithin } from './subtree.ts'
import { subtreeFor } from './withinSubtree.ts'

/** Administrators, and the county office for its organ and those below it. */
export const supervisors: Access = subtreeFor('organization', ['supervisor'])

/** The same for what is not there yet: the organ is taken from the data. */
export const forSupervised: Access = ({ req, data }) => {
  // The admin asks without data whether to offer the button at all.
  const given = data as { organization?: string | { id: string } } | undefined
  const organization = idOf(given?.organization)
  return organization ? maySupervise(req, organization) : isSupervisor(req)
}

/** @returns whether a person is one of them for any organ */
export const isSupervisor = (req: Pick<PayloadRequest, 'user'>): boolean =>
  hasRole(req, 'administrator', 'supervisor')

async function maySupervise(req: PayloadRequest, organization: string): Promise<boolean> {
  if (hasRole(req, 'administrator')) return true
  const own = idOf(personOf(req)?.organization)
  return Boolean(own && hasRole(req, 'supervisor') && (await isWithin(req, own, organization)))
}

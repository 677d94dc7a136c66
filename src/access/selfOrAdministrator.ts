import type { Access, Where } from 'payload'
import { hasRole, personOf } from './roles.ts'

export const selfOrAdministrator: Access = ({ req }) => {
  if (hasRole(req, 'administrator')) return true
  const person = personOf(req)
  if (!person) return false
  const where: Where = { id: { equals: person.id } }
  return where
}

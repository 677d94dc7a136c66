import type { Access, Where } from 'payload'
import { idOf } from './relations.ts'
import { hasRole, personOf, type Role } from './roles.ts'
import { subtreeOf } from './subtree.ts'

const working = ['editor', 'reviewer', 'supervisor'] as const

/**
 * People of some roles for what belongs to their organ and to the organs below it; an administrator
 * for all.
 * @param path of the field that names the organ
 */
export const subtreeFor =
  (path: string, roles: readonly Role[]): Access =>
  async ({ req }) => {
    if (hasRole(req, 'administrator')) return true
    const organization = idOf(personOf(req)?.organization)
    if (!organization || !hasRole(req, ...roles)) return false
    const where: Where = { [path]: { in: await subtreeOf(req, organization) } }
    return where
  }

/**
 * Those who work on reports read what belongs to their organ and to the organs below it; an
 * administrator reads all; the WeChat team and strangers read nothing.
 * @param path of the field that names the organ, such as `organization` or `report.organization`
 */
export const withinSubtree = (path: string): Access => subtreeFor(path, working)

/** What became of articles: the same, and the WeChat team of the organ or of one above it. */
export const withArticles: Access = subtreeFor('organization', [...working, 'wechat'])

import type { Organization } from '../api/types.ts'

export interface Branch {
  organization: Organization
  below: Branch[]
}

/** Organs under the one above them; one whose superior is not in the list stands by itself. */
export function organizationTree(organizations: readonly Organization[]): Branch[] {
  const slugs = new Set(organizations.map(({ slug }) => slug))
  const placed = new Set<string>()
  const branch = (organization: Organization): Branch => {
    placed.add(organization.slug)
    const below = organizations.filter(
      ({ slug, parent }) => parent === organization.slug && !placed.has(slug),
    )
    return { organization, below: below.map(branch) }
  }
  const roots = organizations.filter(({ parent }) => parent === null || !slugs.has(parent))
  return roots.map(branch)
}

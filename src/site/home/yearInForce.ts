import type { Organization } from '../api/types.ts'

/**
 * The year that the home page tells of: the newest, once half as many organs have published it as
 * the year before. Until then, each January, one town would stand for the whole.
 * @returns `undefined` where nothing is published
 */
export function yearInForce(
  organizations: readonly Pick<Organization, 'years'>[],
): number | undefined {
  const years = organizations.flatMap((organization) => organization.years)
  if (years.length === 0) return undefined
  const newest = Math.max(...years)
  const publishedFor = (year: number) => years.filter((one) => one === year).length
  return publishedFor(newest) * 2 < publishedFor(newest - 1) ? newest - 1 : newest
}

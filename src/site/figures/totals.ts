import type { Organization } from '../api/types.ts'
import { byOutcome } from './applications.ts'
import { sumOf, type Content, type Figure } from './Figure.ts'
import { topFigures } from './topFigures.ts'

/**
 * Whose reports of a year add up to the whole: a government's report covers the organs below it,
 * so an organ counts by itself only where none above it has published for the year.
 */
export function topmost(organizations: readonly Organization[], year: number): Organization[] {
  const bySlug = new Map(organizations.map((organization) => [organization.slug, organization]))
  const isCovered = ({ parent }: Organization, seen: readonly string[] = []): boolean => {
    const above = parent === null ? undefined : bySlug.get(parent)
    if (!above || seen.includes(above.slug)) return false
    return above.years.includes(year) || isCovered(above, [...seen, above.slug])
  }
  return organizations.filter(
    (organization) => organization.years.includes(year) && !isCovered(organization),
  )
}

/** The figures of several reports added up; what one does not state adds nothing, and is told. */
export const totalsOf = (contents: readonly Content[]): { top: Figure[]; outcomes: Figure[] } => ({
  top: added(contents.map(topFigures)),
  outcomes: added(contents.map(byOutcome)),
})

function added(lists: readonly Figure[][]): Figure[] {
  const [first = []] = lists
  return first.map((figure) => {
    const same = lists.flatMap((list) => list.filter(({ key }) => key === figure.key))
    const stated = same.filter(({ value }) => value !== null)
    return {
      ...figure,
      value: stated.length === 0 ? null : sumOf(stated.map((one) => one.value)),
      unstatedBy: lists.length - stated.length,
    }
  })
}

import { subsectionNumber } from '../../narrative/numerals.ts'
import type { Format } from '../../formats/types.ts'
import { edited, type NarrativeState, type StoredSection } from './drafts/narrativeState.ts'

/** A part with its sub-sections, in the order of the document. */
export interface OutlinePart {
  part: StoredSection
  children: StoredSection[]
}

/** @returns the parts as the form has them, with what is typed in place of what is saved */
export function outlineOf({ sections: parts }: Format, state: NarrativeState): OutlinePart[] {
  const sections = edited(state)
  return parts.flatMap(({ key }) => {
    const part = sections.find((section) => section.key === key && !section.parent)
    return part ? [{ part, children: childrenOf(sections, part.id) }] : []
  })
}

const childrenOf = (sections: readonly StoredSection[], part: string): StoredSection[] =>
  sections.filter(({ parent }) => parent === part).sort((one, other) => one.order - other.order)

/** @returns the heading as the document has it: （二）依申请公开 */
export function headingOf(state: NarrativeState, section: StoredSection): string {
  const sections = edited(state)
  const { id, parent, heading } = sections.find((one) => one.id === section.id) ?? section
  if (!parent) return heading
  const at = childrenOf(sections, parent).findIndex((one) => one.id === id)
  return `${at < 0 ? '' : subsectionNumber(at + 1)}${heading}`
}

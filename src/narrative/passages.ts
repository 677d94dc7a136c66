import type { SectionKey } from '../formats/types.ts'
import type { NarrativePassage } from '../reconciliation/narrative/types.ts'
import { figureText, type FigureContext } from './figures.ts'
import { plainTextOf } from './plainText.ts'

/** A section as it is stored or edited. */
export interface NarrativeSection {
  id: string
  key: SectionKey
  heading: string
  order: number
  /** Id of the part that it stands in; absent for the parts themselves. */
  parent?: string
  content?: unknown
}

/**
 * The report's text as a reader has it before them, with every figure written out. Pure: the server
 * and the browser read the same.
 * @param sections in any order
 * @returns in reading order, those without words left out
 */
export function narrativeOf(
  preamble: string | null | undefined,
  sections: readonly NarrativeSection[],
  context: FigureContext,
): NarrativePassage[] {
  const figure = (source: string) => figureText(context, source)
  const bodies = inReadingOrder(sections, context).map(
    ({ id, key, heading, content }): NarrativePassage => ({
      id,
      section: key,
      heading,
      text: oneLineEach(plainTextOf(content, figure)),
    }),
  )
  const opening: NarrativePassage = {
    id: 'preamble',
    section: 'preamble',
    text: oneLineEach(preamble ?? ''),
  }
  return [opening, ...bodies].filter(({ text }) => text !== '')
}

/** Each part before its sub-sections, the parts as the form has them. */
function inReadingOrder(
  sections: readonly NarrativeSection[],
  { format }: FigureContext,
): NarrativeSection[] {
  const ordered = [...sections].sort((a, b) => a.order - b.order)
  return format.sections.flatMap(({ key }) => {
    const ofPart = ordered.filter((section) => section.key === key)
    return [...ofPart.filter(({ parent }) => !parent), ...ofPart.filter(({ parent }) => parent)]
  })
}

const oneLineEach = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n')

import type { NarrativePassage } from '../reconciliation/narrative/types.ts'
import type { ImportedReport } from './types.ts'

/**
 * The text that was read, as the rules look at it. The ids are those of the parts (`overview`) and
 * of their sub-sections (`overview.1`), for nothing is stored yet.
 */
export function passagesOf({ preamble, sections }: ImportedReport): NarrativePassage[] {
  const bodies = sections.flatMap(({ key, heading, paragraphs, children }) => [
    { id: key, section: key, heading, text: linesOf(paragraphs) },
    ...children.map((child, index) => ({
      id: `${key}.${index + 1}`,
      section: key,
      heading: child.heading,
      text: linesOf(child.paragraphs),
    })),
  ])
  const opening: NarrativePassage = {
    id: 'preamble',
    section: 'preamble',
    text: linesOf(preamble),
  }
  return [opening, ...bodies].filter(({ text }) => text !== '')
}

const linesOf = (paragraphs: readonly string[]): string =>
  paragraphs
    .flatMap((paragraph) => paragraph.split('\n'))
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n')

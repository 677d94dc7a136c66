import { figureLabel, figureValue, type FigureContext } from './figures.ts'
import type { NarrativeSection } from './passages.ts'
import { referencesIn } from './references.ts'

/** Something that a text takes from elsewhere and that is not there. */
export interface ReferenceProblem {
  /** Id of the section. */
  section: string
  /** Chinese. */
  message: string
}

/** @returns the figures of the text that have no number, which cannot be published */
export const figureProblems = (
  sections: readonly NarrativeSection[],
  context: FigureContext,
): ReferenceProblem[] =>
  sections.flatMap(({ id, heading, content }) =>
    referencesIn(content).sources.flatMap((source) => {
      const value = figureValue(context, source)
      if (typeof value === 'number') return []
      const label = figureLabel(context.format, source, context.figures.channels)
      const what = value === null ? '还没有填写' : '已不在本报告中'
      return [{ section: id, message: `“${heading}”中引用的${label}${what}` }]
    }),
  )

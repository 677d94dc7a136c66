import type { PayloadRequest } from 'payload'
import { figureProblems, type ReferenceProblem } from '../narrative/figureProblems.ts'
import type { FigureContext } from '../narrative/figures.ts'
import type { NarrativeSection } from '../narrative/passages.ts'
import { referencesIn } from '../narrative/references.ts'
import { imagesOf } from '../publication/narrativeImages.ts'

/** @returns the figures without a number and the images that cannot be shown, section by section */
export async function referenceProblems(
  req: PayloadRequest,
  sections: readonly NarrativeSection[],
  context: FigureContext,
): Promise<ReferenceProblem[]> {
  const images = await imagesOf(
    req,
    sections.map(({ content }) => content),
  )
  const lost = sections.flatMap(({ id, heading, content }) =>
    referencesIn(content)
      .images.filter((image) => !images.has(image))
      .map(() => ({ section: id, message: `“${heading}”中有一张图片已被删除或无法读取` })),
  )
  return [...figureProblems(sections, context), ...lost]
}

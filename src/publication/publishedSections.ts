import type { PayloadRequest } from 'payload'
import { loadSections } from '../desk/loadSections.ts'
import { figureText, type FigureContext } from '../narrative/figures.ts'
import { subsectionNumber } from '../narrative/numerals.ts'
import { imagesOf, type NarrativeImage } from './narrativeImages.ts'
import { sectionText, type SectionContext } from './sectionText.ts'
import type { PublishedSection } from './types.ts'

/** The narrative as it is published. */
export interface PublishedNarrative {
  sections: PublishedSection[]
  /** The images that the sections show, each once, in the order of the text. */
  images: NarrativeImage[]
}

/**
 * Writes out the sections of a report, within the request's transaction. What a section refers to
 * and is not there is left out; whether that may be published is asked elsewhere.
 */
export async function publishedSections(
  req: PayloadRequest,
  report: string,
  figures: FigureContext,
): Promise<PublishedNarrative> {
  const stored = await loadSections(req, report)
  const images = await imagesOf(
    req,
    stored.map(({ content }) => content),
  )
  const shown = new Map<string, NarrativeImage>()
  const context: SectionContext = {
    figure: (source) => figureText(figures, source),
    image: (id) => {
      const image = images.get(id)
      // The same picture uploaded twice is one.
      if (image && !shown.has(image.name)) shown.set(image.name, image)
      return image
    },
  }
  const sections = figures.format.sections.map(({ key, heading, table }): PublishedSection => {
    const part = stored.find((section) => section.key === key && !section.parent)
    const below = stored.filter(({ parent }) => part && parent === part.id)
    return {
      key,
      heading,
      ...sectionText(part?.content, context),
      children: below.map((section, i) => ({
        key: `${key}.${i + 1}`,
        heading: subsectionNumber(i + 1) + section.heading,
        ...sectionText(section.content, context),
        children: [],
      })),
      ...(table ? { table } : {}),
    }
  })
  return { sections, images: [...shown.values()] }
}

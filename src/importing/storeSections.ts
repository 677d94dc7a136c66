import type { PayloadRequest } from 'payload'
import { idOf } from '../access/relations.ts'
import { paragraphsToRichText } from '../narrative/richText.ts'
import type { Section } from '../payload-types.ts'
import type { ImportedSection } from './types.ts'

/** Fills the blank sections of a new report, past the hooks, which would record each as an edit. */
export async function fillSections(
  req: PayloadRequest,
  report: string,
  sections: readonly ImportedSection[],
): Promise<void> {
  const { db } = req.payload
  const stored = await sectionsOf(req, report)
  for (const { key, paragraphs, children } of sections) {
    const part = partOf(stored, key)
    if (paragraphs.length > 0) {
      await db.updateOne({
        collection: 'sections',
        id: part.id,
        data: { content: textOf(paragraphs) },
        req,
        returning: false,
      })
    }
    for (const data of childrenOf(report, part, children)) {
      await db.create({ collection: 'sections', data, req })
    }
  }
}

/**
 * Puts the sections that were read in place of those of a report, as an edit of the person's.
 * @param asSystem for the command, which no person's rights bind
 */
export async function replaceSections(
  req: PayloadRequest,
  report: string,
  sections: readonly ImportedSection[],
  asSystem: boolean,
): Promise<void> {
  const stored = await sectionsOf(req, report)
  const access = { overrideAccess: asSystem, depth: 0, req }
  for (const { key, paragraphs, children } of sections) {
    const part = partOf(stored, key)
    const content = paragraphs.length > 0 ? textOf(paragraphs) : null
    await req.payload.update({ collection: 'sections', id: part.id, data: { content }, ...access })
    for (const child of stored.filter(({ parent }) => idOf(parent) === part.id)) {
      await req.payload.delete({ collection: 'sections', id: child.id, ...access })
    }
    for (const data of childrenOf(report, part, children)) {
      await req.payload.create({ collection: 'sections', data, ...access })
    }
  }
}

/** A heading without a word below it says nothing: such a section is not put in place of another. */
export const hasText = ({ paragraphs, children }: ImportedSection): boolean =>
  paragraphs.length > 0 || children.length > 0

async function sectionsOf(req: PayloadRequest, report: string): Promise<Section[]> {
  const { docs } = await req.payload.find({
    collection: 'sections',
    where: { report: { equals: report } },
    pagination: false,
    depth: 0,
    req,
  })
  return docs
}

function partOf(sections: readonly Section[], key: string): Section {
  const part = sections.find((section) => section.key === key && !section.parent)
  if (!part) throw new Error(`Section ${key} is missing`)
  return part
}

const childrenOf = (report: string, part: Section, children: ImportedSection['children']) =>
  children.map(({ heading, paragraphs }, order) => ({
    report,
    key: part.key,
    parent: part.id,
    order,
    heading,
    content: textOf(paragraphs),
  }))

const textOf = (paragraphs: readonly string[]) =>
  paragraphsToRichText(paragraphs) as Section['content']

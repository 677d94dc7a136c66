import type { PayloadRequest } from 'payload'
import { findReport } from '../desk/findReport.ts'
import { saveTables } from '../desk/saveTables.ts'
import { paragraphsToRichText } from '../narrative/richText.ts'
import type { Report } from '../payload-types.ts'
import { storeChannels } from './storeChannels.ts'
import type { ImportedReport, ImportedSection } from './types.ts'

/**
 * Makes a report of what was read: its channels, narrative, figures and tables. To be called within
 * a transaction, so that it is all or nothing.
 * @param place the organ (id) and year, and the reason of a hold when the numbers do not add up
 */
export async function storeReport(
  req: PayloadRequest,
  read: ImportedReport,
  place: { organization: string; year: number; hold?: string },
): Promise<Report> {
  const channels = await storeChannels(req, place.organization, read.channels)
  const { id } = await req.payload.create({
    collection: 'reports',
    data: reportData(read, place.organization, place.year, channels),
    depth: 0,
    req,
  })
  const { revision } = await findReport(req, id)
  await saveTables(req, id, {
    revision,
    tables: read.tables,
    hold: place.hold ? { reason: place.hold } : undefined,
  })
  await storeSections(req, id, read.sections)
  return findReport(req, id)
}

function reportData(
  read: ImportedReport,
  organization: string,
  year: number,
  channels: Map<string, string>,
) {
  const atNoon = (date: string | undefined) => (date ? `${date}T12:00:00.000Z` : undefined)
  const { office, phone, address, email } = read.contact ?? {}
  return {
    organization,
    year,
    format: read.format,
    preamble: read.preamble.join('\n'),
    period: { from: atNoon(read.period?.from), to: atNoon(read.period?.to) },
    contact: { office, phone, address, email },
    signedOn: atNoon(read.signedOn),
    channels: [...new Set(channels.values())],
    disclosureFigures: {
      total: read.disclosureFigures.total,
      channels: read.disclosureFigures.channels.flatMap(({ name, count }) => {
        const channel = channels.get(name)
        return channel ? [{ channel, count }] : []
      }),
    },
    // Set by the system; the type asks for them because they are required.
    stage: 'drafting' as const,
    revision: 0,
    publishedRevision: 0,
  }
}

async function storeSections(
  req: PayloadRequest,
  report: string,
  sections: readonly ImportedSection[],
): Promise<void> {
  const { db } = req.payload // past the hooks, which would record each section as an edit
  const { docs } = await req.payload.find({
    collection: 'sections',
    where: { report: { equals: report } },
    pagination: false,
    depth: 0,
    req,
  })
  for (const { key, paragraphs, children } of sections) {
    const part = docs.find((section) => section.key === key && !section.parent)
    if (!part) throw new Error(`Section ${key} is missing`)
    if (paragraphs.length > 0) {
      await db.updateOne({
        collection: 'sections',
        id: part.id,
        data: { content: paragraphsToRichText(paragraphs) },
        req,
        returning: false,
      })
    }
    for (const [order, child] of children.entries()) {
      await db.create({
        collection: 'sections',
        data: {
          report,
          key,
          parent: part.id,
          order,
          heading: child.heading,
          content: paragraphsToRichText(child.paragraphs),
        },
        req,
      })
    }
  }
}

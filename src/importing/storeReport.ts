import type { PayloadRequest } from 'payload'
import { findReport } from '../desk/findReport.ts'
import { saveTables } from '../desk/saveTables.ts'
import type { Report } from '../payload-types.ts'
import { patchOf } from './outcome.ts'
import { reportFields } from './reportFields.ts'
import { everything, type Selection } from './selection.ts'
import { storeChannels } from './storeChannels.ts'
import { fillSections } from './storeSections.ts'
import type { ImportedReport } from './types.ts'

/**
 * Makes a report of what was read. To be called within a transaction, so that it is all or nothing.
 * @param place the organ (id) and year, and the reason of a hold when the numbers do not add up
 * @param take what is not taken stays blank
 */
export async function storeReport(
  req: PayloadRequest,
  read: ImportedReport,
  place: { organization: string; year: number; hold?: string },
  take: Selection = everything,
): Promise<Report> {
  const { organization, year, hold } = place
  const channels = await storeChannels(req, organization, take.channels ? read.channels : [])
  const { id } = await req.payload.create({
    collection: 'reports',
    data: {
      organization,
      year,
      format: read.format,
      ...reportFields(read, take, channels),
      // Set by the system; the type asks for them because they are required.
      stage: 'drafting',
      revision: 0,
      publishedRevision: 0,
    },
    depth: 0,
    req,
  })
  const { revision } = await findReport(req, id)
  await saveTables(req, id, {
    revision,
    tables: patchOf(read.tables, take.tables),
    hold: hold ? { reason: hold } : undefined,
  })
  await fillSections(
    req,
    id,
    read.sections.filter(({ key }) => take.sections.includes(key)),
  )
  return findReport(req, id)
}

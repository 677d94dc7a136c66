import { APIError, type PayloadRequest } from 'payload'
import { idOf } from '../access/relations.ts'
import { findReport } from '../desk/findReport.ts'
import { RevisionConflict, WrongStage } from '../desk/refusals.ts'
import { saveTables } from '../desk/saveTables.ts'
import { editableStages } from '../desk/stages.ts'
import { formatOf } from '../formats/index.ts'
import type { Report } from '../payload-types.ts'
import { isSameTable, patchOf } from './outcome.ts'
import { reportFields } from './reportFields.ts'
import type { Selection } from './selection.ts'
import { storeChannels } from './storeChannels.ts'
import { hasText, replaceSections } from './storeSections.ts'
import type { ImportedReport } from './types.ts'

export interface TakeInto {
  take: Selection
  /** The revision that the person saw; that of the report where it does not matter. */
  revision?: number
  /** Reason of a hold. */
  hold?: string
  /** For the command, which no person's rights bind. */
  asSystem: boolean
}

/**
 * Puts chosen parts of a file in place of those of a report, by the ways of any other save. To be
 * called within a transaction, so that it is all or nothing.
 * @throws {RevisionConflict} 409 when the report was saved since the person saw it
 * @throws {WrongStage} 409 when the report may not be edited
 */
export async function takeIntoReport(
  req: PayloadRequest,
  report: Report,
  read: ImportedReport,
  { take, revision = report.revision, hold, asSystem }: TakeInto,
): Promise<Report> {
  if (revision !== report.revision) throw new RevisionConflict(revision, report.revision)
  if (!editableStages.includes(report.stage)) throw new WrongStage(report.stage, '导入')
  refuseOtherForm(report, read, take)
  if (take.tables.length > 0) {
    await saveTables(req, report.id, {
      revision,
      tables: patchOf(read.tables, take.tables),
      hold: hold ? { reason: hold } : undefined,
    })
  }
  if (take.about || take.channels) await updateFields(req, report, read, take, asSystem)
  const sections = read.sections.filter(
    (section) => take.sections.includes(section.key) && hasText(section),
  )
  await replaceSections(req, report.id, sections, asSystem)
  return findReport(req, report.id)
}

/** The form of a report stays, so that tables of another do not fit. */
function refuseOtherForm(report: Report, read: ImportedReport, take: Selection): void {
  const own = formatOf(report.format ?? '')
  const other = formatOf(read.format)
  const misfits = take.tables.filter((table) => !isSameTable(own, other, table))
  if (misfits.length === 0) return
  const labels = misfits.map((table) => own.tables[table].label).join('、')
  throw new APIError(
    `文件中的${labels}是“${other.label}”，这份报告是“${own.label}”，不能导入；请不选这些表格`,
    400,
  )
}

async function updateFields(
  req: PayloadRequest,
  report: Report,
  read: ImportedReport,
  take: Selection,
  asSystem: boolean,
): Promise<void> {
  const named = take.channels ? read.channels : []
  const channels = await storeChannels(req, idOf(report.organization) ?? '', named)
  await req.payload.update({
    collection: 'reports',
    id: report.id,
    data: reportFields(read, take, channels, report),
    overrideAccess: asSystem,
    depth: 0,
    req,
  })
}

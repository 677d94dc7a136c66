import type {
  SerializedEditorState,
  SerializedElementNode,
} from '@payloadcms/richtext-lexical/lexical'
import type { PayloadRequest } from 'payload'
import { loadSections } from '../desk/loadSections.ts'
import { loadTables } from '../desk/loadTables.ts'
import { lastYearOf } from '../desk/reconcileReport.ts'
import { editableStages } from '../desk/stages.ts'
import { formatOf } from '../formats/index.ts'
import type { SectionKey, TablesData } from '../formats/types.ts'
import type { Report } from '../payload-types.ts'
import { reconcile } from '../reconciliation/index.ts'
import type { Reconciliation } from '../reconciliation/types.ts'
import { existingReport } from './existingReport.ts'
import { countCells, type Imported, type ImportOptions } from './importReport.ts'
import { passagesOf } from './passagesOf.ts'
import { readReport } from './readReport.ts'
import { offeredOrganization } from './resolveOrganization.ts'
import type { ImportedReport, Unread } from './types.ts'

export interface ImportPreview {
  read: Omit<ImportedReport, 'unread'> & { cells: Imported['cells'] }
  /** For which the person may import; `null` when the file names none of those. */
  organization: { id: string; name: string } | null
  /** The report of that organ and year, when there is one. */
  existing: ExistingReport | null
  /** Of the tables as read, beside the report of the year before. */
  reconciliation: Reconciliation
  unread: Unread[]
}

/** What taking parts into a report would replace. */
export interface ExistingReport extends Pick<Report, 'id' | 'stage' | 'revision' | 'title'> {
  /** Whether its stage lets anything be taken into it. */
  editable: boolean
  format: string
  tables: TablesData
  /** Why its numbers are kept although they do not add up. */
  holdReason: string | null
  /** The sections that have a text or sub-sections now. */
  sections: SectionKey[]
  channels: boolean
  about: boolean
}

/**
 * Reads a file and says what it holds and what is there already; stores nothing.
 * @throws {UnreadableFile} when the file is no report
 * @throws 400, 403 for an organ that was asked for and is not there or not this person's
 */
export async function previewImport(
  req: PayloadRequest,
  { file, organization, year }: Pick<ImportOptions, 'file' | 'organization' | 'year'>,
): Promise<ImportPreview> {
  const imported = readReport(file, { year })
  const { unread, ...read } = imported
  const nameInFile = read.organizationName
  const organ = await offeredOrganization(req, { organization, nameInFile })
  const place = organ && read.year ? { organization: organ.id, year: read.year } : undefined
  const report = place && (await existingReport(req, place.organization, place.year))
  return {
    read: { ...read, cells: countCells(imported) },
    organization: organ ? { id: organ.id, name: organ.name } : null,
    existing: report ? await existingOf(req, report) : null,
    reconciliation: reconcile({
      format: formatOf(read.format),
      year: read.year,
      tables: read.tables,
      lastYear: place && (await lastYearOf(req, place)),
      disclosureFigures: read.disclosureFigures,
      narrative: passagesOf(imported),
    }),
    unread,
  }
}

async function existingOf(req: PayloadRequest, report: Report): Promise<ExistingReport> {
  const { id, stage, revision, title, format, hold, preamble, channels, disclosureFigures } = report
  const { tables } = await loadTables(req, report)
  return {
    ...{ id, stage, revision, title },
    editable: editableStages.includes(stage),
    format: format ?? '',
    tables,
    holdReason: hold?.reason ?? null,
    sections: await writtenSections(req, id),
    channels: (channels ?? []).length > 0 || typeof disclosureFigures?.total === 'number',
    about: Boolean(preamble),
  }
}

async function writtenSections(req: PayloadRequest, report: string): Promise<SectionKey[]> {
  const sections = await loadSections(req, report)
  const written = sections.filter(({ parent, content }) => parent ?? hasContent(content))
  return [...new Set(written.map(({ key }) => key))]
}

/** The editor leaves an empty paragraph where there is nothing; a picture alone is something. */
function hasContent(content: unknown): boolean {
  const { root } = (content ?? {}) as Partial<SerializedEditorState<SerializedElementNode>>
  return (root?.children ?? []).some(
    ({ type, children }) => type !== 'paragraph' || (children ?? []).length > 0,
  )
}

import type { PayloadRequest } from 'payload'
import { idOf } from '../access/relations.ts'
import { blankCellsOf } from '../formats/cells.ts'
import { formatOf } from '../formats/index.ts'
import type { NarrativeSection } from '../narrative/passages.ts'
import { plainTextOf } from '../narrative/plainText.ts'
import type { Publication, Report } from '../payload-types.ts'
import type { Deadline } from './deadlines.ts'
import { loadSections } from './loadSections.ts'
import { loadTables } from './loadTables.ts'
import type { ReadinessInput, SectionState } from './readiness.ts'
import { figuresOf, reconcileReport } from './reconcileReport.ts'
import { referenceProblems } from './referenceProblems.ts'
import { reportDeadline } from './reportDeadlines.ts'

/** Where a report stands: what the desk holds of it, and what the public sees. */
export interface ReportState extends ReadinessInput {
  report: ReadinessInput['report'] &
    Pick<
      Report,
      | 'id'
      | 'title'
      | 'year'
      | 'stage'
      | 'revision'
      | 'publishedRevision'
      | 'returned'
      | 'updatedAt'
    > & { organization: string }
  deadline: Deadline
  /** Absent when nothing of the report is public. */
  current?: Pick<Publication, 'organizationSlug' | 'year' | 'revision' | 'publishedAt'>
}

/** Reads it within the request's transaction. Access is the caller's business. */
export async function reportState(req: PayloadRequest, report: Report): Promise<ReportState> {
  const [readiness, deadline, current] = [
    await readinessInput(req, report),
    await reportDeadline(req, report),
    await currentPublication(req, report.id),
  ]
  const { id, title, year, stage, revision, publishedRevision, returned, updatedAt } = report
  return {
    ...readiness,
    report: {
      ...readiness.report,
      ...{ id, title, year, stage, revision, publishedRevision, returned, updatedAt },
      organization: idOf(report.organization) ?? '',
    },
    deadline,
    ...(current && { current }),
  }
}

/** What decides whether the report may be submitted or published. */
export async function readinessInput(req: PayloadRequest, report: Report): Promise<ReadinessInput> {
  const { tables } = await loadTables(req, report)
  const { hold, period, contact, signedOn } = report
  const format = formatOf(report.format ?? '')
  const sections = await loadSections(req, report.id)
  const figures = await figuresOf(req, report)
  return {
    report: { format: report.format, hold, period, contact, signedOn },
    reconciliation: await reconcileReport(req, report, tables),
    blanks: blankCellsOf(format, tables),
    sections: sections.map(stateOf),
    references: await referenceProblems(req, sections, { format, tables, figures }),
  }
}

const stateOf = ({ id, key, heading, parent, content }: NarrativeSection): SectionState => ({
  ...{ id, key, heading, parent },
  filled: plainTextOf(content, (source) => source) !== '',
})

async function currentPublication(
  req: PayloadRequest,
  report: string,
): Promise<ReportState['current']> {
  const found = await req.payload.db.findOne<Publication>({
    collection: 'publications',
    where: { and: [{ report: { equals: report } }, { state: { equals: 'current' } }] },
    req,
  })
  if (!found) return undefined
  const { organizationSlug, year, revision, publishedAt } = found
  return { organizationSlug, year, revision, publishedAt }
}

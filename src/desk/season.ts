import type { PayloadRequest } from 'payload'
import { idOf } from '../access/relations.ts'
import type { Organization, Report } from '../payload-types.ts'
import { daysUntil, type Deadline } from './deadlines.ts'
import { deadlinesOf } from './reportDeadlines.ts'

/** How an organ stands with its report of one year. */
export interface SeasonEntry {
  organ: Pick<Organization, 'id' | 'name'>
  /** Absent while nobody has begun. */
  report?: Pick<Report, 'id' | 'stage' | 'reconciliationStatus' | 'publishedRevision'>
  deadline: Deadline
  late: boolean
}

/**
 * How organs stand with their reports of a year: those that want attention first, then by date
 * and by name.
 * @param organs absent for all
 */
export async function seasonOf(
  req: PayloadRequest,
  year: number,
  organs?: readonly string[],
): Promise<SeasonEntry[]> {
  const found = await findOrgans(req, organs)
  const [deadlines, reports] = [
    await deadlinesOf(req, found, year),
    await reportsByOrgan(req, year),
  ]
  return found
    .flatMap(({ id, name }) => {
      const deadline = deadlines.get(id)
      return deadline ? [entryOf({ id, name }, deadline, reports.get(id))] : []
    })
    .sort((a, b) => urgency(b) - urgency(a) || a.deadline.date.localeCompare(b.deadline.date))
}

/** Whether nothing remains to be done: the report is public, and not under correction. */
export const isDone = ({ report }: SeasonEntry): boolean => report?.stage === 'published'

export const isViolated = ({ report }: SeasonEntry): boolean =>
  report?.reconciliationStatus === 'violated'

function entryOf(
  organ: SeasonEntry['organ'],
  deadline: Deadline,
  report: SeasonEntry['report'],
): SeasonEntry {
  // Under correction, the revision before is public all the while.
  const isPublic = report && report.publishedRevision > 0 && report.stage !== 'withdrawn'
  return { organ, report, deadline, late: !isPublic && daysUntil(deadline.date) < 0 }
}

const urgency = (entry: SeasonEntry): number =>
  (isDone(entry) ? 0 : 8) +
  (entry.late ? 4 : 0) +
  (isViolated(entry) ? 2 : 0) +
  (entry.report ? 0 : 1)

async function findOrgans(
  req: PayloadRequest,
  ids: readonly string[] | undefined,
): Promise<Organization[]> {
  const { docs } = await req.payload.db.find<Organization>({
    collection: 'organizations',
    where: ids ? { id: { in: [...ids] } } : {},
    sort: 'name',
    pagination: false,
    limit: 0,
    req,
  })
  return docs
}

async function reportsByOrgan(req: PayloadRequest, year: number): Promise<Map<string, Report>> {
  const { docs } = await req.payload.db.find<Report>({
    collection: 'reports',
    where: { year: { equals: year } },
    pagination: false,
    limit: 0,
    req,
  })
  return new Map(docs.map((report) => [idOf(report.organization) ?? '', report]))
}

import type { PayloadRequest } from 'payload'
import { idOf } from '../access/relations.ts'
import { formatOf } from '../formats/index.ts'
import type { TablesData } from '../formats/types.ts'
import type { FigureContext, NarrativeFigures } from '../narrative/figures.ts'
import { narrativeOf } from '../narrative/passages.ts'
import type { Report } from '../payload-types.ts'
import { reconcile } from '../reconciliation/index.ts'
import type { Reconciliation, ReconciliationInput } from '../reconciliation/types.ts'
import { loadSections } from './loadSections.ts'
import { loadTables } from './loadTables.ts'

/**
 * Holds a report against all rules.
 * @param tables the cells to look at, when they are not (yet) those in the database
 */
export const reconcileReport = async (
  req: PayloadRequest,
  report: Report,
  tables?: TablesData,
): Promise<Reconciliation> => reconcile(await reconciliationInput(req, report, tables))

/**
 * Gathers what the engine looks at: the tables, last year's report, the channel figures and what
 * was acknowledged. The admin gets the same, to run the same engine while a person types.
 */
export async function reconciliationInput(
  req: PayloadRequest,
  report: Report,
  tables?: TablesData,
): Promise<ReconciliationInput> {
  const context: FigureContext = {
    format: formatOf(report.format ?? ''),
    tables: tables ?? (await loadTables(req, report)).tables,
    figures: await figuresOf(req, report),
  }
  return {
    format: context.format,
    year: report.year,
    tables: context.tables,
    lastYear: await lastYearOf(req, report),
    disclosureFigures: context.figures,
    narrative: narrativeOf(report.preamble, await loadSections(req, report.id), context),
    acknowledgements: (report.acknowledgements ?? []).map(({ key, by, at, reason }) => ({
      key,
      by,
      at,
      reason,
    })),
  }
}

/** @returns the same organ's tables of the year before, when that report is there */
export async function lastYearOf(
  req: PayloadRequest,
  report: Pick<Report, 'organization' | 'year'>,
): Promise<ReconciliationInput['lastYear']> {
  const before = await req.payload.db.findOne<Report>({
    collection: 'reports',
    where: {
      and: [
        { organization: { equals: idOf(report.organization) } },
        { year: { equals: report.year - 1 } },
      ],
    },
    req,
  })
  if (!before) return undefined
  const { tables } = await loadTables(req, before)
  return { year: before.year, format: formatOf(before.format ?? ''), tables }
}

/** The figures that the report states besides its tables, with the names of the channels. */
export async function figuresOf(req: PayloadRequest, report: Report): Promise<NarrativeFigures> {
  const figures = report.disclosureFigures
  const rows = figures?.channels ?? []
  const names = await channelNames(
    req,
    rows.map(({ channel }) => idOf(channel) ?? ''),
  )
  return {
    total: figures?.total ?? null,
    channels: rows.map(({ channel, count }) => ({
      id: idOf(channel) ?? '',
      name: names.get(idOf(channel) ?? '') ?? '已删除的渠道',
      count,
    })),
  }
}

async function channelNames(req: PayloadRequest, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { docs } = await req.payload.find({
    collection: 'channels',
    where: { id: { in: ids } },
    pagination: false,
    depth: 0,
    req,
  })
  return new Map(docs.map(({ id, name }) => [id, name]))
}

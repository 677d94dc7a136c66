import type { PayloadRequest } from 'payload'
import { idOf } from '../access/relations.ts'
import { figuresOf } from '../desk/reconcileReport.ts'
import { loadTables } from '../desk/loadTables.ts'
import { reportTitle } from '../desk/reportTitle.ts'
import { rowsOf } from '../formats/cells.ts'
import { formatOf, tableKeys } from '../formats/index.ts'
import type { Format, TableKey, TablesData } from '../formats/types.ts'
import type { Channel, Report } from '../payload-types.ts'
import type { Reconciliation } from '../reconciliation/types.ts'
import { explanationsOf } from './explanations.ts'
import type { PublishedImage } from './images.ts'
import type { NarrativeImage } from './narrativeImages.ts'
import { publishedSections } from './publishedSections.ts'
import type { PublishedTable, ReportContent } from './types.ts'
import { wellFormed } from './wellFormed.ts'

/** What a publication consists of. */
export interface Gathered {
  content: ReportContent
  /** With their bytes, which the content only names. */
  images: NarrativeImage[]
}

/**
 * All that the public may know of a report, gathered within the request's transaction. The same
 * report gives the same content, so the same digest.
 */
export const contentOf = async (
  req: PayloadRequest,
  report: Report,
  reconciliation: Reconciliation,
): Promise<ReportContent> => (await gatherContent(req, report, reconciliation)).content

/** As {@link contentOf}, with the images. */
export async function gatherContent(
  req: PayloadRequest,
  report: Report,
  reconciliation: Reconciliation,
): Promise<Gathered> {
  const format = formatOf(report.format ?? '')
  const organization = await req.payload.findByID({
    collection: 'organizations',
    id: idOf(report.organization) ?? '',
    depth: 0,
    req,
  })
  const channels = await channelsOf(req, report)
  const { tables } = await loadTables(req, report)
  const figures = await figuresOf(req, report)
  const { sections, images } = await publishedSections(req, report.id, { format, tables, figures })
  const content = wellFormed<ReportContent>({
    organization: {
      slug: organization.slug,
      name: organization.name,
      region: organization.region ?? null,
    },
    year: report.year,
    format: format.key,
    // Not the desk's title: the organ may have been renamed since.
    title: reportTitle(organization.name, report.year),
    period: {
      from: day(report.period?.from) ?? `${report.year}-01-01`,
      to: day(report.period?.to) ?? `${report.year}-12-31`,
    },
    contact: {
      office: report.contact?.office ?? null,
      phone: report.contact?.phone ?? null,
      address: report.contact?.address ?? null,
      email: report.contact?.email ?? null,
    },
    preamble: report.preamble ?? '',
    signature: { name: organization.name, date: day(report.signedOn) },
    sections,
    ...(images.length > 0 && { images: images.map(nameOf) }),
    tables: publishedTables(format, tables),
    disclosureFigures: publishedFigures(report, channels),
    channels: (report.channels ?? []).flatMap((relation) => {
      const channel = channels.get(idOf(relation) ?? '')
      if (!channel) return []
      const { slug, name, kind, account, url } = channel
      return [{ slug, name, kind, account: account ?? null, url: url ?? null }]
    }),
    reconciliation: {
      status: reconciliation.status,
      checked: reconciliation.checked,
      acknowledged: await explanationsOf(req, report, reconciliation),
    },
  })
  return { content, images }
}

const nameOf = ({ name, alt, width, height }: NarrativeImage): PublishedImage => ({
  ...{ name, alt, width, height },
})

/** The date of an instant that stands for a day (dates are kept at noon UTC). */
const day = (instant: string | null | undefined): string | null => instant?.slice(0, 10) ?? null

async function channelsOf(req: PayloadRequest, report: Report): Promise<Map<string, Channel>> {
  const ids = [
    ...(report.channels ?? []).map((channel) => idOf(channel)),
    ...(report.disclosureFigures?.channels ?? []).map(({ channel }) => idOf(channel)),
  ].filter((id): id is string => id !== undefined)
  if (ids.length === 0) return new Map()
  const { docs } = await req.payload.find({
    collection: 'channels',
    where: { id: { in: [...new Set(ids)] } },
    pagination: false,
    depth: 0,
    req,
  })
  return new Map(docs.map((channel) => [channel.id, channel]))
}

function publishedFigures(
  report: Report,
  channels: Map<string, Channel>,
): ReportContent['disclosureFigures'] {
  return {
    total: report.disclosureFigures?.total ?? null,
    channels: (report.disclosureFigures?.channels ?? []).flatMap(({ channel: relation, count }) => {
      const channel = channels.get(idOf(relation) ?? '')
      if (!channel) return []
      const { slug, name, kind } = channel
      return [{ channel: { slug, name, kind }, count }]
    }),
  }
}

function publishedTables(format: Format, tables: TablesData): Record<TableKey, PublishedTable> {
  const entries = tableKeys.map((table): [TableKey, PublishedTable] => {
    const rows = rowsOf(format).filter((row) => row.table === table)
    const columns = new Map(
      rows.flatMap((row) => row.columns).map((column) => [column.key, column]),
    )
    return [
      table,
      {
        columns: [...columns.values()].map(({ key, label, group, type, unit }) => ({
          key,
          label,
          ...(group ? { group } : {}),
          type,
          ...(unit ? { unit } : {}),
        })),
        rows: rows.map(({ row }) => ({
          key: row.key,
          labels: [...row.labels],
          cells: tables[table][row.key] ?? {},
        })),
      },
    ]
  })
  return Object.fromEntries(entries) as Record<TableKey, PublishedTable>
}

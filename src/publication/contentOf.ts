import type { PayloadRequest } from 'payload'
import { idOf } from '../access/relations.ts'
import { loadTables } from '../desk/loadTables.ts'
import { reportTitle } from '../desk/reportTitle.ts'
import { rowsOf } from '../formats/cells.ts'
import { formatOf, tableKeys } from '../formats/index.ts'
import type { Format, TableKey, TablesData } from '../formats/types.ts'
import { subsectionNumber } from '../narrative/numerals.ts'
import type { Channel, Report } from '../payload-types.ts'
import type { Reconciliation } from '../reconciliation/types.ts'
import { explanationsOf } from './explanations.ts'
import { sectionText } from './sectionText.ts'
import type { PublishedSection, PublishedTable, ReportContent } from './types.ts'
import { wellFormed } from './wellFormed.ts'

/**
 * All that the public may know of a report, gathered within the request's transaction. The same
 * report gives the same content, so the same digest.
 */
export async function contentOf(
  req: PayloadRequest,
  report: Report,
  reconciliation: Reconciliation,
): Promise<ReportContent> {
  const format = formatOf(report.format ?? '')
  const organization = await req.payload.findByID({
    collection: 'organizations',
    id: idOf(report.organization) ?? '',
    depth: 0,
    req,
  })
  const channels = await channelsOf(req, report)
  const { tables } = await loadTables(req, report)
  return wellFormed<ReportContent>({
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
    sections: await sectionsOf(req, report, format),
    tables: publishedTables(format, tables),
    disclosureFigures: figuresOf(report, channels),
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
}

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

function figuresOf(
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

async function sectionsOf(
  req: PayloadRequest,
  report: Report,
  format: Format,
): Promise<PublishedSection[]> {
  const { docs } = await req.payload.find({
    collection: 'sections',
    where: { report: { equals: report.id } },
    sort: ['order', 'createdAt', 'id'],
    pagination: false,
    depth: 0,
    req,
  })
  return format.sections.map(({ key, heading, table }) => {
    const part = docs.find((section) => section.key === key && !section.parent)
    const below = docs.filter((section) => part && idOf(section.parent) === part.id)
    return {
      key,
      heading,
      ...sectionText(part?.content),
      children: below.map((section, i) => ({
        key: `${key}.${i + 1}`,
        heading: subsectionNumber(i + 1) + section.heading,
        ...sectionText(section.content),
        children: [],
      })),
      ...(table ? { table } : {}),
    }
  })
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

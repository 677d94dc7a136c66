import {
  createLocalReq,
  type CollectionSlug,
  type Payload,
  type PayloadRequest,
  type Where,
} from 'payload'
import { idOf } from '../../../src/access/relations.ts'
import { loadTables } from '../../../src/desk/loadTables.ts'
import { reconcileReport } from '../../../src/desk/reconcileReport.ts'
import type { CellChange } from '../../../src/desk/settle.ts'
import type { TablesData } from '../../../src/formats/types.ts'
import type {
  AuditEntry,
  Organization,
  Publication,
  Report,
  Section,
  TableRow,
} from '../../../src/payload-types.ts'
import { digestOf } from '../../../src/publication/canonical.ts'
import { contentOf } from '../../../src/publication/contentOf.ts'
import type { ReportContent } from '../../../src/publication/types.ts'

/** All of a database that must fit together, read while nobody writes. */
export interface Look {
  /** What the database itself says of its file; `ok` where it has no such check. */
  integrity: string
  reports: SeenReport[]
  publications: SeenPublication[]
  /** Names of organs without a report. */
  idleOrgans: string[]
  /** Rows and sections whose report, or parent, is not there. */
  orphans: string[]
}

export interface SeenReport extends Pick<
  Report,
  'id' | 'title' | 'stage' | 'revision' | 'publishedRevision' | 'preamble'
> {
  format: string
  organ: string
  tables: TablesData
  /** As stored, and as found by looking again. */
  status: { stored: string; found: string }
  onHold: boolean
  rows: number
  sections: { parts: number; below: number; text: string[] }
  /** Of its present content. */
  digest: string
  saves: { revision: number; changes: CellChange[] }[]
  /** Of the publications that the audit tells of. */
  publishedDigests: string[]
}

export interface SeenPublication extends Pick<
  Publication,
  'revision' | 'state' | 'digest' | 'sequence' | 'latest'
> {
  report: string
  /** Taken anew over what is stored. */
  recomputed: string
  missingImages: string[]
}

export async function look(payload: Payload): Promise<Look> {
  const req = await createLocalReq({}, payload)
  const reports = await all<Report>(req, 'reports')
  const organs = await all<Organization>(req, 'organizations')
  const withReport = new Set(reports.map(({ organization }) => idOf(organization)))
  return {
    integrity: await integrityOf(payload),
    reports: await Promise.all(reports.map((report) => seeReport(req, report, organs))),
    publications: await seePublications(req),
    idleOrgans: organs.filter(({ id }) => !withReport.has(id)).map(({ name }) => name),
    orphans: await orphansIn(req, new Set(reports.map(({ id }) => id))),
  }
}

async function seeReport(
  req: PayloadRequest,
  report: Report,
  organs: Organization[],
): Promise<SeenReport> {
  const { id, title, stage, revision, publishedRevision, preamble, format, hold } = report
  const { tables, rowIds } = await loadTables(req, report)
  const reconciliation = await reconcileReport(req, report, tables)
  const sections = await all<Section>(req, 'sections', { report: { equals: id } })
  const entries = await all<AuditEntry>(req, 'audit-entries', { report: { equals: id } })
  const detailsOf = <T>(action: string) =>
    entries.filter((entry) => entry.action === action).map(({ details }) => details as T)
  return {
    ...{ id, title, stage, revision, publishedRevision, preamble, tables },
    format: format ?? '',
    organ: organs.find((organ) => organ.id === idOf(report.organization))?.name ?? '',
    status: { stored: report.reconciliationStatus ?? '', found: reconciliation.status },
    onHold: Boolean(hold?.reason),
    rows: rowIds.size,
    sections: {
      parts: sections.filter(({ parent }) => !parent).length,
      below: sections.filter(({ parent }) => parent).length,
      text: sections.map(({ content }) => JSON.stringify(content ?? null)).sort(),
    },
    digest: digestOf(await contentOf(req, report, reconciliation)),
    saves: detailsOf<SeenReport['saves'][number]>('saveTables'),
    publishedDigests: detailsOf<{ digest: string }>('publish').map(({ digest }) => digest),
  }
}

async function seePublications(req: PayloadRequest): Promise<SeenPublication[]> {
  const images = await all<{ name: string }>(req, 'published-images')
  const names = new Set(images.map(({ name }) => name))
  const publications = await all<Publication>(req, 'publications')
  return publications.map((publication) => {
    const { report, revision, state, digest, sequence, latest, content, imageNames } = publication
    return {
      ...{ revision, state, digest, sequence, latest },
      report: idOf(report) ?? '',
      recomputed: digestOf(JSON.parse(content) as ReportContent),
      missingImages: ((imageNames ?? []) as string[]).filter((name) => !names.has(name)),
    }
  })
}

async function orphansIn(req: PayloadRequest, reports: Set<string>): Promise<string[]> {
  const rows = await all<TableRow>(req, 'table-rows')
  const sections = await all<Section>(req, 'sections')
  const ids = new Set(sections.map(({ id }) => id))
  return [
    ...rows.filter(({ report }) => !reports.has(idOf(report) ?? '')),
    ...sections.filter(({ report }) => !reports.has(idOf(report) ?? '')),
    ...sections.filter(({ parent }) => parent && !ids.has(idOf(parent) ?? '')),
  ].map(({ id }) => id)
}

async function integrityOf({ db }: Payload): Promise<string> {
  const { client } = db as unknown as {
    client?: { execute: (sql: string) => Promise<{ rows: unknown[][] }> }
  }
  if (!client) return 'ok'
  const { rows } = await client.execute('PRAGMA integrity_check')
  const foreign = await client.execute('PRAGMA foreign_key_check')
  return foreign.rows.length > 0 ? 'broken foreign keys' : String(rows[0]?.[0])
}

async function all<T>(
  req: PayloadRequest,
  collection: CollectionSlug,
  where: Where = {},
): Promise<T[]> {
  const { docs } = await req.payload.db.find({
    collection,
    where,
    pagination: false,
    limit: 0,
    req,
  })
  return docs as unknown as T[]
}

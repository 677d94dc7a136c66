import { APIError, type PayloadRequest } from 'payload'
import { idOf } from '../access/relations.ts'
import { audit } from '../desk/audit.ts'
import { clearedDigest } from '../desk/clearance.ts'
import { findReport } from '../desk/findReport.ts'
import { loadSections } from '../desk/loadSections.ts'
import { WrongStage } from '../desk/refusals.ts'
import { loadTables } from '../desk/loadTables.ts'
import { readinessInput } from '../desk/reportState.ts'
import type { Stage } from '../desk/stages.ts'
import { inTransaction } from '../desk/transaction.ts'
import type { Publication, Report } from '../payload-types.ts'
import { announce } from '../publication/announcements.ts'
import { canonicalJson, digestOf } from '../publication/canonical.ts'
import { chartsOf, publishedChart } from '../publication/charts/chartsOf.ts'
import type { Chart, ChartFigures } from '../publication/charts/types.ts'
import { gatherContent } from '../publication/contentOf.ts'
import type { ReportContent } from '../publication/types.ts'
import { imagesOf } from '../publication/narrativeImages.ts'
import { cellsOf } from '../publication/publishedCells.ts'
import { searchTextOf } from '../publication/searchText.ts'
import { nextSequence } from '../publication/sequence.ts'
import { storeImages } from '../publication/storeImages.ts'
import { recordEvent } from '../webhooks/index.ts'
import { moveTo } from './moveTo.ts'
import { refuseUnready } from './refuseUnready.ts'
import { notReturned } from './returnReport.ts'

export interface Published {
  stage: 'published'
  revision: number
  digest: string
  publishedAt: string
}

const publishable: readonly Stage[] = ['drafting', 'revising', 'submitted', 'cleared']

/**
 * Publishes a report: freezes its content with a digest as the next revision. Access is the
 * caller's business.
 * @param comment of the publisher; for a correction, its reason unless one was given before
 * @throws {WrongStage} 409, as when it is not what was cleared; {Refused} 400 when a hold, an error
 *   or an open warning bars it
 */
export async function publish(
  req: PayloadRequest,
  reportId: string,
  comment?: string,
): Promise<Published> {
  await prepareImages(req, reportId)
  await prepareCharts(req, reportId)
  const { organizationSlug, year, ...published } = await inTransaction(req, async () => {
    const report = await findReport(req, reportId)
    if (!publishable.includes(report.stage)) throw new WrongStage(report.stage, '发布')
    const readiness = await readinessInput(req, report)
    refuseUnready(req, 'publish', readiness)
    const { content, images } = await gatherContent(req, report, readiness.reconciliation)
    const charts = await drawCharts(req, { ...content, read: cellsOf(content) })
    const revision = report.publishedRevision + 1
    const digest = digestOf(content)
    if (report.stage === 'cleared' && digest !== (await clearedDigest(req, reportId))) {
      throw new APIError('内容与审核通过时不同，请退回后重新送审', 409)
    }
    const publishedAt = new Date().toISOString()
    await moveTo(req, report, 'published', '发布', {
      publishedRevision: revision,
      correctionReason: null,
      returned: notReturned,
    })
    await supersede(req, report)
    const publication = (await req.payload.db.create({
      collection: 'publications',
      data: {
        title: content.title,
        report: report.id,
        organization: idOf(report.organization),
        organizationSlug: content.organization.slug,
        organizationName: content.organization.name,
        region: content.organization.region,
        year: content.year,
        format: content.format,
        revision,
        state: 'current',
        digest,
        publishedAt,
        sequence: await nextSequence(req),
        latest: true,
        correctionReason: revision > 1 ? (report.correctionReason ?? comment ?? null) : null,
        content: canonicalJson(content),
        imageNames: [...images, ...charts].map(({ name }) => name),
        charts: charts.map(publishedChart),
        searchText: searchTextOf(content),
      },
      req,
    })) as Publication
    await storeImages(req, [...images, ...charts])
    await listChannels(req, content)
    await audit(req, report, { action: 'publish', comment, details: { revision, digest } })
    const type = revision > 1 ? 'report.revised' : 'report.published'
    await recordEvent(req, { type, occurredAt: publishedAt, publication })
    return {
      stage: 'published' as const,
      revision,
      digest,
      publishedAt,
      organizationSlug: content.organization.slug,
      year: content.year,
    }
  })
  announce({ organization: organizationSlug, year })
  return published
}

/** Takes long where pictures are new, so not while other writers wait for the transaction. */
async function prepareImages(req: PayloadRequest, reportId: string): Promise<void> {
  const sections = await loadSections(req, reportId)
  await imagesOf(
    req,
    sections.map(({ content }) => content),
  )
}

/** Drawing takes long too. Where a figure changes meanwhile, it is drawn again within. */
async function prepareCharts(req: PayloadRequest, reportId: string): Promise<void> {
  const report = await findReport(req, reportId)
  const { tables } = await loadTables(req, report)
  await drawCharts(req, {
    year: report.year,
    format: report.format ?? '',
    read: ({ table, row, column }) => tables[table][row]?.[column] ?? null,
  })
}

/** Charts are an extra: a report is published without them rather than not at all. */
async function drawCharts(req: PayloadRequest, figures: ChartFigures): Promise<Chart[]> {
  try {
    return await chartsOf(figures)
  } catch (error) {
    req.payload.logger.error({ err: error, msg: '图表未能绘制，报告不带图表发布' })
    return []
  }
}

async function supersede(req: PayloadRequest, report: Report): Promise<void> {
  const { db } = req.payload
  const ofReport = { report: { equals: report.id } }
  const updatedAt = new Date().toISOString()
  await db.updateMany({
    collection: 'publications',
    where: { and: [ofReport, { state: { equals: 'current' } }] },
    data: { state: 'superseded', updatedAt },
    req,
  })
  await db.updateMany({
    collection: 'publications',
    where: { and: [ofReport, { latest: { equals: true } }] },
    data: { latest: false, updatedAt },
    req,
  })
}

/** The channels that the report names are public from now on. */
async function listChannels(
  req: PayloadRequest,
  { channels, disclosureFigures }: ReportContent,
): Promise<void> {
  const counted = disclosureFigures.channels.map(({ channel }) => channel)
  const slugs = [...channels, ...counted].map(({ slug }) => slug)
  if (slugs.length === 0) return
  await req.payload.db.updateMany({
    collection: 'channels',
    where: { and: [{ slug: { in: slugs } }, { listed: { not_equals: true } }] },
    data: { listed: true },
    req,
  })
}

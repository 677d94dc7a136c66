import type { PayloadRequest } from 'payload'
import { audit } from '../desk/audit.ts'
import { findReport } from '../desk/findReport.ts'
import { WrongStage } from '../desk/refusals.ts'
import { inTransaction } from '../desk/transaction.ts'
import type { Publication } from '../payload-types.ts'
import { announce } from '../publication/announcements.ts'
import { nextSequence } from '../publication/sequence.ts'
import { recordEvent } from '../webhooks/index.ts'
import { moveTo } from './moveTo.ts'

/**
 * Takes a published report, with all its revisions, out of the public's sight at once. What was
 * published stays on record, on the desk.
 * A report under correction is withdrawn too: its published revision is what the public sees.
 * @throws {WrongStage} 409 when nothing of it is public
 */
export async function withdraw(
  req: PayloadRequest,
  reportId: string,
  comment?: string,
): Promise<{ stage: 'withdrawn'; revision: number }> {
  const { publication, revision } = await inTransaction(req, async () => {
    const report = await findReport(req, reportId)
    const current = await req.payload.db.findOne<Publication>({
      collection: 'publications',
      where: { and: [{ report: { equals: reportId } }, { state: { equals: 'current' } }] },
      req,
    })
    if (!current) throw new WrongStage(report.stage, '撤回')
    await moveTo(req, report, 'withdrawn', '撤回', { correctionReason: null })
    const now = new Date().toISOString()
    // Earlier revisions too: what must not be seen may well be in them.
    await req.payload.db.updateMany({
      collection: 'publications',
      where: { and: [{ report: { equals: reportId } }, { state: { not_equals: 'withdrawn' } }] },
      data: { state: 'withdrawn', withdrawnAt: now, updatedAt: now },
      req,
    })
    // Whoever reads on from a number learns of it too.
    const sequence = await nextSequence(req)
    await req.payload.db.updateOne({
      collection: 'publications',
      id: current.id,
      data: { sequence },
      req,
    })
    await audit(req, report, {
      action: 'withdraw',
      comment,
      details: { revision: current.revision, digest: current.digest },
    })
    await recordEvent(req, {
      type: 'report.withdrawn',
      occurredAt: now,
      publication: { ...current, sequence },
    })
    return { publication: current, revision: current.revision }
  })
  announce({ organization: publication.organizationSlug, year: publication.year })
  return { stage: 'withdrawn', revision }
}

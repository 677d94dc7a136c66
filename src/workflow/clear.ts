import { APIError, type PayloadRequest } from 'payload'
import { idOf } from '../access/relations.ts'
import { personOf } from '../access/roles.ts'
import { audit } from '../desk/audit.ts'
import { findReport } from '../desk/findReport.ts'
import { readinessInput } from '../desk/reportState.ts'
import { WrongStage } from '../desk/refusals.ts'
import { inTransaction } from '../desk/transaction.ts'
import type { AuditEntry } from '../payload-types.ts'
import { digestOf } from '../publication/canonical.ts'
import { contentOf } from '../publication/contentOf.ts'
import { moveTo } from './moveTo.ts'
import { refuseUnready } from './refuseUnready.ts'

/**
 * Passes a submitted report for publishing, bound to its exact content: what the digest is taken
 * over. Four eyes: whoever edited it last does not pass it.
 * @throws {WrongStage} 409; 403 for the last editor; {Refused} 400 with everything that is missing
 */
export function clear(
  req: PayloadRequest,
  reportId: string,
  comment?: string,
): Promise<{ stage: 'cleared'; digest: string }> {
  return inTransaction(req, async () => {
    const report = await findReport(req, reportId)
    if (report.stage !== 'submitted') throw new WrongStage(report.stage, '审核通过')
    if ((await lastEditor(req, reportId)) === personOf(req)?.id) {
      throw new APIError('最后修改报告的人不能审核通过，请由他人审核', 403)
    }
    const readiness = await readinessInput(req, report)
    refuseUnready(req, 'publish', readiness)
    const digest = digestOf(await contentOf(req, report, readiness.reconciliation))
    await moveTo(req, report, 'cleared', '审核通过')
    await audit(req, report, { action: 'clear', comment, details: { digest } })
    return { stage: 'cleared' as const, digest }
  })
}

/** @returns a person's id; nothing for what the system itself imported */
async function lastEditor(req: PayloadRequest, report: string): Promise<string | undefined> {
  const { docs } = await req.payload.db.find<AuditEntry>({
    collection: 'audit-entries',
    where: {
      and: [
        { report: { equals: report } },
        { action: { in: ['create', 'import', 'edit', 'saveTables'] } },
      ],
    },
    sort: '-createdAt',
    limit: 1,
    pagination: false,
    req,
  })
  return idOf(docs[0]?.actor)
}

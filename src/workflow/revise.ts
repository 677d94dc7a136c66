import type { PayloadRequest } from 'payload'
import { audit } from '../desk/audit.ts'
import { findReport } from '../desk/findReport.ts'
import { WrongStage } from '../desk/refusals.ts'
import type { Stage } from '../desk/stages.ts'
import { inTransaction } from '../desk/transaction.ts'
import { moveTo } from './moveTo.ts'

const revisable: readonly Stage[] = ['published', 'withdrawn']

/**
 * Opens a published or withdrawn report for a correction. What is public stays public, unchanged,
 * until the correction is published.
 * @param comment the reason of the correction, published with it
 * @throws {WrongStage} 409
 */
export function revise(
  req: PayloadRequest,
  reportId: string,
  comment?: string,
): Promise<{ stage: 'revising'; revision: number }> {
  return inTransaction(req, async () => {
    const report = await findReport(req, reportId)
    if (!revisable.includes(report.stage)) throw new WrongStage(report.stage, '更正')
    await moveTo(req, report, 'revising', '更正', { correctionReason: comment ?? null })
    await audit(req, report, { action: 'revise', comment })
    return { stage: 'revising' as const, revision: report.publishedRevision + 1 }
  })
}

import type { PayloadRequest } from 'payload'
import { audit } from '../desk/audit.ts'
import { findReport } from '../desk/findReport.ts'
import { readinessInput } from '../desk/reportState.ts'
import { WrongStage } from '../desk/refusals.ts'
import { editableStages } from '../desk/stages.ts'
import { inTransaction } from '../desk/transaction.ts'
import { moveTo } from './moveTo.ts'
import { refuseUnready } from './refuseUnready.ts'
import { notReturned } from './returnReport.ts'

/**
 * Hands a finished report to the reviewer. From now on nobody edits it, until it is returned.
 * @param comment for the reviewer
 * @throws {WrongStage} 409; {Refused} 400 with everything that is missing
 */
export function submit(
  req: PayloadRequest,
  reportId: string,
  comment?: string,
): Promise<{ stage: 'submitted' }> {
  return inTransaction(req, async () => {
    const report = await findReport(req, reportId)
    if (!editableStages.includes(report.stage)) throw new WrongStage(report.stage, '送审')
    refuseUnready(req, 'submit', await readinessInput(req, report))
    await moveTo(req, report, 'submitted', '送审', { returned: notReturned })
    await audit(req, report, { action: 'submit', comment })
    return { stage: 'submitted' as const }
  })
}

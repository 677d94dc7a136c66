import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { actorName, audit } from '../desk/audit.ts'
import { findReport } from '../desk/findReport.ts'
import { reconcileReport } from '../desk/reconcileReport.ts'
import { Refused, WrongStage } from '../desk/refusals.ts'
import { editableStages } from '../desk/stages.ts'
import { inTransaction } from '../desk/transaction.ts'
import { openWarnings } from '../reconciliation/index.ts'
import type { Reconciliation } from '../reconciliation/types.ts'

export interface AcknowledgeWhat {
  /** Of one finding. */
  key?: string
  /** All open warnings of a rule, such as `channels.within`. */
  rule?: string
  reason: string
}

/**
 * A person explains a warning, by name and with a reason. It lasts as long as the values that the
 * finding rests on. For an all-zero report this is the nil declaration (rule `nil.declared`).
 * @returns the reconciliation with the acknowledgement in place
 * @throws {WrongStage} 409; {Refused} 400 when there is no such open warning
 */
export function acknowledge(
  req: PayloadRequest,
  reportId: string,
  { key, rule, reason }: AcknowledgeWhat,
): Promise<Reconciliation> {
  return inTransaction(req, async () => {
    const report = await findReport(req, reportId)
    if (!editableStages.includes(report.stage)) throw new WrongStage(report.stage, '说明提示')
    const found = openWarnings(await reconcileReport(req, report)).filter((finding) =>
      key ? finding.key === key : finding.rule === rule,
    )
    if (found.length === 0) {
      throw new Refused(req, 'reports', [
        {
          path: key ? 'key' : 'rule',
          message: `没有待说明的提示与“${key ?? rule ?? ''}”相符；错误（勾稽不符、未填完）不能以说明代替`,
        },
      ])
    }
    const entry = { by: actorName(req), at: new Date().toISOString(), reason }
    const acknowledgements = [
      ...(report.acknowledgements ?? []),
      ...found.map(({ key: of, rule: name }) => ({
        id: randomUUID(),
        key: of,
        rule: name,
        ...entry,
      })),
    ]
    await req.payload.db.updateOne({
      collection: 'reports',
      id: report.id,
      data: { acknowledgements, updatedAt: entry.at },
      req,
    })
    await audit(req, report, {
      action: 'acknowledge',
      comment: reason,
      details: { findings: found.map(({ rule: name, message }) => ({ rule: name, message })) },
    })
    return reconcileReport(req, await findReport(req, reportId))
  })
}

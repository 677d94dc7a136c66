import type { PayloadRequest } from 'payload'
import type { Report } from '../payload-types.ts'
import { audit } from './audit.ts'
import { RevisionConflict } from './refusals.ts'
import type { Settlement } from './settle.ts'

/**
 * Takes the report's next revision by compare-and-set and writes down the save. Whoever comes
 * second finds the revision gone, whichever database it is.
 * @returns the new revision
 * @throws {RevisionConflict} when another save took it
 */
export async function recordSave(
  req: PayloadRequest,
  report: Report,
  { changes, reconciliation, hold }: Settlement,
): Promise<number> {
  const revision = report.revision + 1
  const taken = await req.payload.db.updateOne({
    collection: 'reports',
    where: {
      and: [{ id: { equals: report.id } }, { revision: { equals: report.revision } }],
    },
    data: {
      revision,
      reconciliationStatus: reconciliation.status,
      hold,
      updatedAt: new Date().toISOString(),
    },
    options: { atomic: true },
    req,
  })
  if (!taken) throw new RevisionConflict(report.revision, revision)
  await audit(req, report, {
    action: 'saveTables',
    comment: hold.reason ? `暂存：${hold.reason}` : null,
    details: { revision, changes },
  })
  return revision
}

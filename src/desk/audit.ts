import type { PayloadRequest } from 'payload'
import { idOf } from '../access/relations.ts'
import { personOf } from '../access/roles.ts'
import type { AuditEntry, Report } from '../payload-types.ts'

/** @returns the name that records carry: the person's, or 系统 for commands and start-up. */
export const actorName = (req: PayloadRequest): string => personOf(req)?.name ?? '系统'

/** Writes down who did what, in the same transaction as the deed. */
export async function audit(
  req: PayloadRequest,
  report: Report,
  entry: Pick<AuditEntry, 'action' | 'comment' | 'details'>,
): Promise<void> {
  await req.payload.db.create({
    collection: 'audit-entries',
    data: {
      comment: null,
      details: null, // as the embedded database gives back what is not there
      ...entry,
      actor: personOf(req)?.id ?? null,
      actorName: actorName(req),
      report: report.id,
      reportTitle: report.title,
      organization: idOf(report.organization),
    },
    req,
  })
}

import type { PayloadRequest } from 'payload'
import type { Report } from '../payload-types.ts'

/**
 * Writes into the report that its text is being changed, in the transaction that changes it.
 * Publishing and the other verbs write there as well: MongoDB refuses one of two transactions only
 * where both write the same, and would otherwise let a text be published and edited at once.
 * The `updatedAt` of the form stays, or its next save would be taken for stale.
 */
export async function noteTextEdit(req: PayloadRequest, report: Report): Promise<void> {
  await req.payload.db.updateOne({
    collection: 'reports',
    id: report.id,
    data: { textEdits: (report.textEdits ?? 0) + 1, updatedAt: null },
    returning: false,
    req,
  })
}

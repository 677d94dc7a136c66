import type { PayloadRequest } from 'payload'
import type { AuditEntry } from '../payload-types.ts'

/** @returns the digest of the content that was last passed for publishing */
export async function clearedDigest(
  req: PayloadRequest,
  report: string,
): Promise<string | undefined> {
  const { docs } = await req.payload.db.find<AuditEntry>({
    collection: 'audit-entries',
    where: { and: [{ report: { equals: report } }, { action: { equals: 'clear' } }] },
    sort: '-createdAt',
    limit: 1,
    pagination: false,
    req,
  })
  const { digest } = (docs[0]?.details ?? {}) as { digest?: string }
  return digest
}

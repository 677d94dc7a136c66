import { NotFound, type PayloadRequest } from 'payload'
import type { Report } from '../payload-types.ts'

/**
 * Reads a report as it is in the database, relations as ids, within the request's transaction.
 * @throws {NotFound}
 */
export async function findReport(req: PayloadRequest, id: string): Promise<Report> {
  const report = await req.payload.db.findOne<Report>({
    collection: 'reports',
    where: { id: { equals: id } },
    req,
  })
  if (!report) throw new NotFound(req.t)
  return report
}

import { APIError, type PayloadRequest } from 'payload'
import { mayEdit } from '../access/editors.ts'
import { idOf } from '../access/relations.ts'
import type { Report } from '../payload-types.ts'

/** @returns the report of an organ (id) and year, as in the database, where there is one */
export async function existingReport(
  req: PayloadRequest,
  organization: string,
  year: number,
): Promise<Report | undefined> {
  const report = await req.payload.db.findOne<Report>({
    collection: 'reports',
    where: { and: [{ organization: { equals: organization } }, { year: { equals: year } }] },
    req,
  })
  return report ?? undefined
}

/**
 * The report that a file is to be taken into.
 * @param id of the report
 * @param wanted organ (slug or id) and year, where they were named as well
 * @throws 400 when there is none or it is of another organ or year, 403 when it is not this person's
 */
export async function targetReport(
  req: PayloadRequest,
  id: string,
  wanted: { organization?: string; year?: number; asSystem?: boolean },
): Promise<Report> {
  const report = await req.payload.db.findOne<Report>({
    collection: 'reports',
    where: { id: { equals: id } },
    req,
  })
  const organization = idOf(report?.organization)
  const isTheirs = wanted.asSystem || mayEdit(req, organization)
  if (!report || !isTheirs) throw new APIError('没有可并入的这份报告，或您不能修改它', 403)
  if (wanted.year !== undefined && wanted.year !== report.year) {
    throw new APIError(`要并入的报告是 ${report.year} 年度的，不是 ${wanted.year} 年度`, 400)
  }
  if (wanted.organization !== undefined) {
    await refuseOtherOrgan(req, organization ?? '', wanted.organization)
  }
  return report
}

async function refuseOtherOrgan(req: PayloadRequest, id: string, wanted: string): Promise<void> {
  const { slug } = await req.payload.findByID({ collection: 'organizations', id, depth: 0, req })
  if (wanted !== id && wanted !== slug) throw new APIError('要并入的报告属于另一个机关', 400)
}

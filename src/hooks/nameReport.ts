import type { CollectionBeforeChangeHook } from 'payload'
import { idOf } from '../access/relations.ts'
import { Refused } from '../desk/refusals.ts'
import { reportTitle } from '../desk/reportTitle.ts'
import type { Report } from '../payload-types.ts'

/** 营丘镇人民政府2020年政府信息公开工作年度报告; the period is the calendar year unless given. */
export const nameReport: CollectionBeforeChangeHook<Report> = async ({
  data,
  originalDoc,
  req,
}) => {
  const organization = idOf(data.organization ?? originalDoc?.organization)
  const year = data.year ?? originalDoc?.year
  if (!organization || !year) return data
  const found = await req.payload.findByID({
    collection: 'organizations',
    id: organization,
    depth: 0,
    disableErrors: true,
    req,
  })
  if (!found) {
    throw new Refused(req, 'reports', [{ path: 'organization', message: '没有这个机关' }])
  }
  data.title = reportTitle(found.name, year)
  data.period = {
    from: data.period?.from ?? originalDoc?.period?.from ?? `${year}-01-01T12:00:00.000Z`,
    to: data.period?.to ?? originalDoc?.period?.to ?? `${year}-12-31T12:00:00.000Z`,
  }
  return data
}

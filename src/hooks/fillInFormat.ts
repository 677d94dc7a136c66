import { type CollectionBeforeValidateHook } from 'payload'
import { idOf } from '../access/relations.ts'
import { Refused } from '../desk/refusals.ts'
import { firstReportYear, isFormatKey, prescribedFormat } from '../formats/index.ts'
import type { Report } from '../payload-types.ts'

/** A new report gets the form that its year prescribes, and may be the only one of its year. */
export const fillInFormat: CollectionBeforeValidateHook<Report> = async ({
  data,
  operation,
  req,
}) => {
  if (operation !== 'create' || !data) return data
  const { year } = data
  const organization = idOf(data.organization)
  if (year === undefined || year === null || !organization) return data // the fields say so
  if (!Number.isInteger(year)) {
    throw new Refused(req, 'reports', [{ path: 'year', message: '报告年度应为整数，如 2025' }])
  }
  if (data.format && !isFormatKey(data.format)) {
    const message = `没有“${String(data.format)}”这种报告格式`
    throw new Refused(req, 'reports', [{ path: 'format', message }])
  }
  data.format ??= prescribedFormat(year)
  if (!isFormatKey(data.format)) {
    throw new Refused(req, 'reports', [
      {
        path: 'year',
        message: `${year} 年度没有法定格式：格式自 ${firstReportYear} 年度起适用，请选定一种格式`,
      },
    ])
  }
  const { totalDocs } = await req.payload.count({
    collection: 'reports',
    where: { and: [{ organization: { equals: organization } }, { year: { equals: year } }] },
    req,
  })
  if (totalDocs > 0) {
    throw new Refused(req, 'reports', [
      { path: 'year', message: `该机关 ${year} 年度的报告已经存在，一个年度只能有一份` },
    ])
  }
  return data
}

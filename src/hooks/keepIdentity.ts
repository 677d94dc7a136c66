import type { CollectionBeforeChangeHook } from 'payload'
import { idOf } from '../access/relations.ts'
import { Refused } from '../desk/refusals.ts'
import type { Report } from '../payload-types.ts'

const named = { organization: '机关', year: '报告年度', format: '格式' } as const

/** Organ, year and form decide which rows a report has and where it is published: they stay. */
export const keepIdentity: CollectionBeforeChangeHook<Report> = ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || !originalDoc) return data
  const changed = (Object.keys(named) as (keyof typeof named)[]).filter((field) => {
    const given = data[field]
    if (given === undefined) return false
    return field === 'organization'
      ? idOf(data.organization) !== idOf(originalDoc.organization)
      : given !== originalDoc[field]
  })
  if (changed.length > 0) {
    throw new Refused(
      req,
      'reports',
      changed.map((path) => ({ path, message: `${named[path]}在报告创建后不能改变` })),
    )
  }
  return data
}

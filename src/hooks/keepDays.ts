import type { CollectionBeforeChangeHook } from 'payload'
import type { Report } from '../payload-types.ts'

const chinaAheadMs = 8 * 60 * 60 * 1000

/**
 * A date on a report is a day in China. It is kept as noon UTC of that day, so that its first ten
 * characters are the date wherever it is read.
 */
export const keepDays: CollectionBeforeChangeHook<Report> = ({ data }) => {
  if (data.signedOn) data.signedOn = noonOf(data.signedOn)
  if (data.period?.from) data.period.from = noonOf(data.period.from)
  if (data.period?.to) data.period.to = noonOf(data.period.to)
  return data
}

function noonOf(instant: string): string {
  const inChina = new Date(new Date(instant).getTime() + chinaAheadMs)
  return `${inChina.toISOString().slice(0, 10)}T12:00:00.000Z`
}

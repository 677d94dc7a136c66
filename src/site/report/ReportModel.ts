import type { Report, Revision } from '../api/types.ts'
import type { Differences } from '../differences/differences.ts'
import type { SiteSettings } from '../settings.ts'

/** All that a report's page shows. */
export interface ReportModel {
  settings: SiteSettings
  report: Report
  /** The reports of the organ that are at hand, this one included, from the oldest to the newest. */
  years: readonly Report[]
  /** Every year that the organ has published, from the newest to the oldest. */
  allYears: readonly number[]
  /** Newest first; empty when they could not be read. */
  revisions: readonly Revision[]
  /** To the revision before; `undefined` for the first, and when that one is not public any more. */
  differences: Differences | undefined
}

/** When the first revision was published; `undefined` where that is not known. */
export const firstPublished = ({ revisions }: ReportModel): string | undefined =>
  revisions.find(({ revision }) => revision === 1)?.publishedAt

/** Heading of what can be downloaded; there is no history before the first correction. */
export const downloadsTitle = (revisions: ReportModel['revisions']): string =>
  revisions.length > 1 ? '下载与历史版本' : '下载'

/** The report of the year before, when it is at hand. */
export const yearBefore = ({ years, report }: ReportModel): Report | undefined =>
  years.find(({ year }) => year === report.year - 1)

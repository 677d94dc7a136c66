import { format2019 } from './format2019.ts'
import { format2021 } from './format2021.ts'
import { format2021SingleOther } from './format2021SingleOther.ts'
import type { Format } from './types.ts'

/** Every form that a report can have. A further form is one more file and one more entry here. */
export const formats = [format2019, format2021, format2021SingleOther] as const satisfies Format[]

export type FormatKey = (typeof formats)[number]['key']

/**
 * @param key the `format` of a report
 * @returns the form
 * @throws {RangeError} when there is no such form
 */
export function formatOf(key: string): Format {
  const format = formats.find((candidate) => candidate.key === key)
  if (!format) throw new RangeError(`没有“${key}”这种报告格式`)
  return format
}

export const isFormatKey = (key: unknown): key is FormatKey =>
  formats.some((format) => format.key === key)

/**
 * The form that the State Council's notices prescribe for a report year.
 * @returns its key, or `undefined` for years before 2019
 */
export function prescribedFormat(year: number): FormatKey | undefined {
  return formats.find((format: Format) => {
    const years = format.reportYears
    return years && year >= years.from && year <= (years.to ?? Infinity)
  })?.key
}

export const tableKeys = ['disclosure', 'applications', 'disputes'] as const

/** The first report year under 国办公开办函〔2019〕60号. */
export const firstReportYear = 2019

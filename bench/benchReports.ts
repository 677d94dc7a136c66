const years = 10
const lastYear = 2030

/** Where the report with this number stands, the most read first: reports of organs by years. */
export const benchReport = (number: number): { organization: string; year: number } => ({
  organization: `organ-${Math.floor(number / years)}`,
  year: lastYear - (number % years),
})

export const benchReportPath = (number: number): string => {
  const { organization, year } = benchReport(number)
  return `/v1/reports/${organization}/${year}`
}

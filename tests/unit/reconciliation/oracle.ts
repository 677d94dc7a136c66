import type { CellValue, TablesData } from '../../../src/formats/types.ts'

/**
 * A second reading of the notices, as plain as can be and without the rules in the code, to hold
 * the engine against. Gives the verdict on every identity by `rule|row or column`.
 */
export function naiveVerdicts({ applications, disputes }: TablesData): Map<string, string> {
  const verdicts = new Map<string, string>()
  const say = (name: string, left: Values, right: Values) =>
    verdicts.set(name, verdict(left, right))
  const at = (row: string, column: string) => applications[row]?.[column]
  const results = Object.keys(applications).filter((row) => !outside.includes(row))

  for (const column of [...applicants, 'total']) {
    say(
      `applications.balance|${column}`,
      [at('received', column), at('carriedIn', column)],
      [at('handledTotal', column), at('carriedOut', column)],
    )
    say(
      `applications.handled|${column}`,
      results.map((row) => at(row, column)),
      [at('handledTotal', column)],
    )
  }
  for (const row of Object.keys(applications)) {
    say(
      `applications.rowTotal|${row}`,
      applicants.map((column) => at(row, column)),
      [at(row, 'total')],
    )
  }
  for (const [row, cells] of Object.entries(disputes)) {
    say(
      `disputes.total|${row}`,
      [cells.upheld, cells.corrected, cells.otherOutcome, cells.pending],
      [cells.total],
    )
  }
  return verdicts
}

type Values = readonly (CellValue | undefined)[]

const outside = ['received', 'carriedIn', 'handledTotal', 'carriedOut']
const applicants = [
  'naturalPerson',
  'business',
  'researchInstitute',
  'publicWelfare',
  'legalService',
  'otherOrganization',
]

function verdict(left: Values, right: Values): string {
  if ([...left, ...right].some((value) => typeof value !== 'number')) return 'incomplete'
  const [one, other] = [left, right].map((values) =>
    values.reduce<number>((a, b) => a + (b ?? 0), 0),
  )
  return one === other ? 'satisfied' : 'violated'
}

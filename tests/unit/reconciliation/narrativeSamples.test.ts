import { describe, expect, it } from '@jest/globals'
import { blankTables } from '../../../src/formats/cells.ts'
import { formatOf } from '../../../src/formats/index.ts'
import type { TablesData } from '../../../src/formats/types.ts'
import { reconcile } from '../../../src/reconciliation/index.ts'
import type { Finding, ReconciliationInput } from '../../../src/reconciliation/index.ts'
import { referenceFiles } from '../../support/referenceFiles.ts'

interface Check {
  readonly kind: string
  readonly what: string
  readonly total: number
  readonly parts: readonly number[]
  readonly text?: number
  readonly table?: number
}

interface Quote {
  readonly id: string
  readonly year: number
  readonly quote: string
  readonly checks: readonly Check[]
}

interface Sample {
  readonly year: number
  readonly format: string
  readonly singleRowOther: boolean
  readonly tables: TablesData
  readonly claims: readonly { readonly quote: string; readonly says: number }[]
}

const files = referenceFiles('samples')
const quotes = (files.get('narratives') ?? []) as readonly Quote[]
const samples = [...files].filter(([name]) => name !== 'narratives') as [string, Sample][]

const narrativeFindings = (input: ReconciliationInput): Finding[] =>
  reconcile(input).findings.filter(({ rule }) => rule.startsWith('narrative.'))

const told = (quote: string) => [{ id: 'p', section: 'overview' as const, text: quote }]

/** The quotes with something wrong, and what. All others hold, or differ rightly. */
const wrongQuotes: Readonly<Record<string, readonly string[]>> = {
  'xiliu-2023': ['narrative.year', 'narrative.documents', 'narrative.documents'],
}
/** What the quotes say that their tables do not: 0 documents made of 4, 0 in force of 32. */
const tablesOfQuotes: Readonly<Record<string, TablesData>> = {
  'xiliu-2023': {
    ...blankTables(formatOf('2021')),
    disclosure: { normativeDocuments: { issued: 4, repealed: 0, inForce: 32 } },
  },
}

/** The sums, flows and percentages of real reports: precision and recall. */
describe('quotes of real reports', () => {
  for (const { id, year, quote } of quotes) {
    it(id, () => {
      const format = formatOf('2021')
      const tables = tablesOfQuotes[id] ?? blankTables(format)
      const found = narrativeFindings({ format, tables, year, narrative: told(quote) })
      expect(found.map(({ rule }) => rule).sort()).toEqual([...(wrongQuotes[id] ?? [])].sort())
    })
  }

  it('are found wrong when one part of a sum is changed', () => {
    const sums = quotes.flatMap(({ quote, checks, year }) =>
      checks
        .filter(isExactSum)
        .flatMap((check) => perturbed(quote, check).map((text) => ({ text, year }))),
    )
    const format = formatOf('2021')
    const missed = sums.filter(
      ({ text, year }) =>
        narrativeFindings({ format, tables: blankTables(format), year, narrative: told(text) })
          .length === 0,
    )
    console.info(
      `sums of real reports with one part changed: ${sums.length - missed.length} of ${sums.length} found`,
    )
    expect(missed.map(({ text }) => text)).toEqual([])
  })
})

/** Channels overlap, so that they may add up to more than all. */
const isExactSum = ({ kind, what, total, parts }: Check): boolean =>
  kind === 'sum' &&
  what !== 'total by channel' &&
  parts.reduce((sum, part) => sum + part, 0) === total

/** The quote with its largest part made larger, where that stands in it once. */
function perturbed(quote: string, { parts, total }: Check): string[] {
  const part = Math.max(...parts)
  const places = quote.split(new RegExp(`(?<!\\d)${part}(?=[条件篇期])`))
  if (places.length !== 2 || !quote.includes(String(total))) return []
  return [places.join(String(part + total))]
}

describe('claims of real reports', () => {
  for (const [name, { claims, ...sample }] of samples) {
    it(name, () => {
      const form =
        sample.singleRowOther && sample.format === '2021' ? '2021-single-other' : sample.format
      const text = claims.map(({ quote }) => `${quote}。`).join('\n')
      const found = narrativeFindings({
        format: formatOf(form),
        year: sample.year,
        tables: sample.tables,
        narrative: told(text),
      })
      expect(found.map(({ message }) => message)).toEqual([])
    })
  }
})

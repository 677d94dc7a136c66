import { describe, expect, it } from '@jest/globals'
import { accepted } from './narrative/accepted.ts'
import { declared, defects, flows, lastYears, ownSums } from './narrative/defects.ts'
import {
  findingsOf,
  office2019,
  office2021,
  officeSingleOther,
  untabled,
} from './narrative/office.ts'
import { statements } from './narrative/statements.ts'

const offices = { '2021': office2021, '2019': office2019, '2021-single-other': officeSingleOther }

const cases = statements.flatMap(({ only, ...one }) =>
  Object.entries(offices)
    .filter(([key]) => only === undefined || key.startsWith(only))
    .filter(([key]) => !(key === '2021-single-other' && /逾期/.test(one.text)))
    .map(([key, office]) => ({ key, office, ...one })),
)

describe('a number that the text states', () => {
  it.each(cases)('$text is right in the form of $key', ({ office, text, right }) => {
    for (const value of [right].flat()) {
      expect(findingsOf(office, text.replace('#', String(value)))).toEqual([])
    }
  })

  it.each(cases)('$text is found wrong in the form of $key', ({ office, text, wrong, rule }) => {
    const findings = findingsOf(office, text.replace('#', String(wrong)))
    expect(findings.map((finding) => [finding.rule, finding.actual])).toEqual([[rule, wrong]])
  })

  const single = cases.filter(({ text }) => !/\d件/.test(text))
  it.each(single)('$text is not compared with blanks', ({ text, wrong }) => {
    expect(findingsOf(untabled, text.replace('#', String(wrong)))).toEqual([])
  })
})

describe.each(Object.entries(accepted))('%s', (_, texts) => {
  it.each(texts)('%s', (text) => {
    expect(findingsOf(office2021, text).map(({ message }) => message)).toEqual([])
    expect(findingsOf(untabled, text).map(({ message }) => message)).toEqual([])
  })
})

describe.each(Object.entries(defects))('%s', (rule, texts) => {
  it.each(texts)('%s', (text) => {
    expect(findingsOf(office2021, text).map((finding) => finding.rule)).toEqual([rule])
    expect(findingsOf(untabled, text).map((finding) => finding.rule)).toEqual([rule])
  })
})

describe('what came in and what became of it', () => {
  it.each(flows)('%s', (text) => {
    expect(findingsOf(untabled, text).map(({ rule }) => rule)).toEqual(['narrative.flow'])
  })
})

describe('what the text adds up itself', () => {
  it.each(ownSums)('%s: %s', (rule, text) => {
    expect(findingsOf(untabled, text).map((finding) => finding.rule)).toEqual([rule])
  })
})

describe('what is said of last year', () => {
  it.each(lastYears)('%s: %s', (rule, text) => {
    expect(findingsOf(office2021, text).map((finding) => finding.rule)).toEqual([rule])
    expect(findingsOf({ ...office2021, lastYear: undefined }, text).length).toBeLessThan(2)
  })
})

describe('none in words', () => {
  it.each(declared)('%s: %s', (rule, text) => {
    expect(findingsOf(office2021, text).map((finding) => finding.rule)).toEqual([rule])
    expect(findingsOf(untabled, text)).toEqual([])
  })
})

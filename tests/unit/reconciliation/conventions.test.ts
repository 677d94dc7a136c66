import { describe, expect, it } from '@jest/globals'
import { blankTables } from '../../../src/formats/cells.ts'
import { formatOf } from '../../../src/formats/index.ts'
import type { CellValue, Format, TablesData } from '../../../src/formats/types.ts'
import { openWarnings, reconcile } from '../../../src/reconciliation/index.ts'
import type { ReconciliationInput } from '../../../src/reconciliation/index.ts'
import { balancedTables, withCell, withCells } from '../../support/balancedTables.ts'

const form2019 = formatOf('2019')
const form2021 = formatOf('2021')

const report = (format: Format, changes: Record<string, CellValue> = {}): TablesData =>
  withCells(
    balancedTables(format, () => 1),
    changes,
  )

/** What fits a report of all ones in the year before. */
const continued2021 = {
  'disclosure.regulations.inForce': 1,
  'disclosure.normativeDocuments.inForce': 1,
}
const continued2019 = Object.fromEntries(
  ['licensing', 'otherServices', 'penalty', 'coercion', 'fees'].map((row) => [
    `disclosure.${row}.previousItems`,
    2,
  ]),
)

interface Case {
  now: [Format, Record<string, CellValue>?]
  before?: [Format, Record<string, CellValue>?]
  found: { rule: string; expected: number; actual: number; message?: string }[]
}

const cases: Record<string, Case> = {
  'all is continued': { now: [form2021, continued2021], before: [form2021], found: [] },
  'carried in is not what was carried out': {
    now: [form2021, continued2021],
    before: [form2021, { 'applications.carriedOut.business': 4 }],
    found: [
      {
        rule: 'crossYear.carriedIn',
        expected: 4,
        actual: 1,
        message:
          '依申请公开表“商业企业”列：“二、上年结转政府信息公开申请数量”应为 4，实际为 1' +
          '（上年结转数等于上一年度报告的结转下年度数；上一年度“四、结转下年度继续办理”为 4）',
      },
    ],
  },
  'carried in holds across the forms': {
    now: [form2021, continued2021],
    before: [form2019, { 'applications.carriedOut.business': 4 }],
    found: [{ rule: 'crossYear.carriedIn', expected: 4, actual: 1 }],
  },
  'in force is last year’s with what came and went': {
    now: [
      form2021,
      {
        ...continued2021,
        'disclosure.normativeDocuments.issued': 5,
        'disclosure.normativeDocuments.repealed': 2,
      },
    ],
    before: [form2021, { 'disclosure.normativeDocuments.inForce': 10 }],
    found: [
      {
        rule: 'crossYear.inForce',
        expected: 13,
        actual: 1,
        message:
          '主动公开表“行政规范性文件”行：“现行有效件数”应为 13，实际为 1' +
          '（现行有效件数等于上一年度现行有效件数加本年制发件数减本年废止件数；上一年度“现行有效件数”为 10）',
      },
    ],
  },
  'in force has no forerunner in the form of 2019': {
    now: [form2021, { 'disclosure.normativeDocuments.inForce': 99 }],
    before: [form2019],
    found: [],
  },
  'what last year’s form does not have says nothing, even if it was once filled in': {
    now: [form2021, continued2021],
    before: [form2019, { 'disclosure.regulations.inForce': 9 }],
    found: [],
  },
  'items are last year’s with the change': {
    now: [form2019, continued2019],
    before: [form2019, { 'disclosure.penalty.change': -1 }],
    found: [{ rule: 'crossYear.items', expected: 0, actual: 2 }],
  },
  'what was blank last year says nothing': {
    now: [form2021, continued2021],
    before: [form2021, { 'applications.carriedOut.business': null }],
    found: [],
  },
  'what is blank this year says nothing': {
    now: [form2021, { ...continued2021, 'disclosure.regulations.inForce': null }],
    before: [form2021],
    found: [],
  },
  'no report of the year before says nothing': {
    now: [form2021, { 'disclosure.normativeDocuments.inForce': 99 }],
    found: [],
  },
  'newly disclosed as many as in all is fine': {
    now: [form2019, { 'disclosure.regulations.newlyDisclosed': 1 }],
    found: [],
  },
  'newly disclosed is more than in all': {
    now: [form2019, { 'disclosure.regulations.newlyDisclosed': 2 }],
    found: [
      {
        rule: 'disclosure.newlyDisclosed',
        expected: 1,
        actual: 2,
        message:
          '主动公开表“规章”行：“本年新公开数量”应不超过 1，实际为 2（本年新公开数量不超过对外公开总数量）',
      },
    ],
  },
}

describe('between the years and within table 2', () => {
  it.each(Object.entries(cases))('%s', (_, { now, before, found }) => {
    const [format, changes] = now
    const answer = reconcile({
      format,
      tables: report(format, changes),
      ...(before && { lastYear: { year: 2022, format: before[0], tables: report(...before) } }),
    })
    const warnings = answer.findings.filter(({ severity }) => severity === 'warning')
    expect(warnings).toMatchObject(found.map((one) => ({ status: 'violated', ...one })))
    expect(warnings).toHaveLength(found.length)
    expect(answer).toMatchObject({ satisfied: answer.checked, violated: 0 })
    expect(answer.status).toBe(answer.findings.length > found.length ? 'incomplete' : 'balanced')
  })

  it('a finding shows this year’s cells only', () => {
    const { findings } = reconcile({
      format: form2021,
      tables: report(form2021),
      lastYear: {
        year: 2022,
        format: form2021,
        tables: report(form2021, { 'disclosure.regulations.inForce': 9 }),
      },
    })
    expect(findings[0]?.cells.map(({ column }) => column)).toEqual([
      'inForce',
      'issued',
      'repealed',
    ])
  })
})

describe('channels', () => {
  const warnings = (disclosureFigures: ReconciliationInput['disclosureFigures']) =>
    reconcile({ format: form2021, tables: report(form2021), disclosureFigures }).findings

  it('may each be as large as the total, and more together', () => {
    const channels = [
      { name: '政府网站', count: 214 },
      { name: '微信公众号', count: 214 },
    ]
    expect(warnings({ total: 214, channels })).toEqual([])
  })

  it('may not exceed the total', () => {
    const channels = [
      { name: '政府网站', count: 28 },
      { name: '微信公众号', count: 242 },
      { name: '“古都营丘”微信公众号', count: 215 },
    ]
    expect(warnings({ total: 214, channels })).toEqual([
      {
        rule: 'channels.within',
        severity: 'warning',
        status: 'violated',
        cells: [],
        expected: 214,
        actual: 242,
        message: '通过“微信公众号”公开 242 条，超过主动公开总数 214 条',
        key: 'channels.within|242|214|微信公众号',
      },
      expect.objectContaining({
        message: '通过“古都营丘”微信公众号公开 215 条，超过主动公开总数 214 条',
      }),
    ])
  })

  it.each([
    ['the total', { total: null, channels: [{ name: '政府网站', count: 1 }] }],
    ['the count', { total: 0, channels: [{ name: '政府网站', count: null }] }],
  ])('say nothing while %s is blank', (_, figures) => {
    expect(warnings(figures)).toEqual([])
  })
})

describe('a report of zeros', () => {
  const zeros = (format: Format) => balancedTables(format, () => 0)

  it.each([form2019, form2021].map((format) => [format.key, format] as const))(
    'in %s needs a declaration',
    (_, format) => {
      const answer = reconcile({ format, tables: zeros(format) })
      expect(answer.status).toBe('balanced')
      expect(answer.findings).toMatchObject([
        { rule: 'nil.declared', severity: 'warning', cells: [], expected: null, actual: null },
      ])
      expect(answer.findings[0]?.message).toContain('零报告声明')
    },
  )

  it.each([
    ['a cell is not zero', 1],
    ['a cell is blank', null],
  ])('needs none when %s', (_, value) => {
    const cell = { table: 'disclosure', row: 'fees', column: 'amount' } as const
    const { findings } = reconcile({
      format: form2021,
      tables: withCell(zeros(form2021), cell, value),
    })
    expect(findings.filter(({ rule }) => rule === 'nil.declared')).toEqual([])
  })

  it('needs none when nothing is filled in', () => {
    const { findings } = reconcile({ format: form2021, tables: blankTables(form2021) })
    expect(findings.map(({ rule }) => rule)).not.toContain('nil.declared')
  })
})

describe('an acknowledgement', () => {
  const acknowledged = { by: '王审核', at: '2025-01-08T02:00:00.000Z', reason: '含转载' }
  const input = (count: number, keys: readonly string[] = []): ReconciliationInput => ({
    format: form2021,
    tables: report(form2021, { 'disputes.reconsideration.total': 9 }),
    disclosureFigures: { total: 214, channels: [{ name: '微信公众号', count }] },
    acknowledgements: keys.map((key) => ({ key, ...acknowledged })),
  })
  const keysOf = (count: number) => reconcile(input(count)).findings.map(({ key }) => key)

  it('stays on its warning', () => {
    const answer = reconcile(input(242, keysOf(242)))
    expect(answer.findings.at(-1)).toMatchObject({ rule: 'channels.within' })
    expect(answer.findings.at(-1)?.acknowledged).toEqual(acknowledged)
    expect(openWarnings(answer)).toEqual([])
  })

  it('lapses when a value changes', () => {
    const answer = reconcile(input(243, keysOf(242)))
    expect(openWarnings(answer)).toMatchObject([{ rule: 'channels.within', actual: 243 }])
  })

  it('is nothing to an error', () => {
    const answer = reconcile(input(242, keysOf(242)))
    expect(answer.status).toBe('violated')
    expect(answer.findings[0]).toMatchObject({ rule: 'disputes.total', severity: 'error' })
    expect(answer.findings[0]).not.toHaveProperty('acknowledged')
  })

  it('rests on last year’s values too', () => {
    const keys = [5, 6].map((inForce) => {
      const tables = report(form2021, { 'disclosure.regulations.inForce': inForce })
      const lastYear = { year: 2022, format: form2021, tables }
      return reconcile({ format: form2021, tables: report(form2021, continued2021), lastYear })
        .findings[0]?.key
    })
    expect(keys[0]).not.toBe(keys[1])
  })
})

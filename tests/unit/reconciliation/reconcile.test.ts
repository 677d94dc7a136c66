import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { blankTables, cellRefsOf } from '../../../src/formats/cells.ts'
import { formatOf } from '../../../src/formats/index.ts'
import type { CellRef, CellValue, TablesData } from '../../../src/formats/types.ts'
import { reconcile } from '../../../src/reconciliation/index.ts'
import type { Finding } from '../../../src/reconciliation/index.ts'
import {
  arbitraryBalanced,
  arbitraryFormat,
  arbitraryWithCells,
  valueAt,
} from '../../support/arbitraryReports.ts'
import {
  balancedTables,
  cellAt,
  variedLeaf,
  withCell,
  withCells,
} from '../../support/balancedTables.ts'
import { naiveVerdicts } from './oracle.ts'

const format = formatOf('2021')
const ones = balancedTables(format, () => 1)
const reconciled = (changes: Record<string, CellValue>) =>
  reconcile({ format, tables: withCells(ones, changes) })
/** Which identity a finding is about: its rule and the row or column that its cells share. */
const nameOf = ({ rule, cells }: Finding) => {
  const rows = new Set(cells.map(({ row }) => row))
  return `${rule}|${rows.size === 1 ? cells[0]?.row : cells[0]?.column}`
}

describe('a report that adds up', () => {
  it('is balanced in every form', () => {
    fc.assert(
      fc.property(arbitraryBalanced, (report) => {
        const { status, checked, satisfied, incomplete, violated, findings } = reconcile(report)
        expect({ status, satisfied, incomplete, violated }).toEqual({
          status: 'balanced',
          satisfied: checked,
          incomplete: 0,
          violated: 0,
        })
        expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
      }),
    )
  })

  it('has no diagnosis', () => {
    expect(reconciled({})).not.toHaveProperty('diagnosis')
  })

  it.each([
    ['2019', 40],
    ['2021', 42],
    ['2021-single-other', 40],
  ])('counts the identities of %s: %d', (key, checked) => {
    const other = formatOf(key)
    const tables = balancedTables(other, variedLeaf(1))
    expect(reconcile({ format: other, tables })).toMatchObject({ checked, satisfied: checked })
  })
})

describe('any report', () => {
  /** Small numbers and many blanks, so that every verdict comes up. */
  const arbitraryReport = fc
    .tuple(
      arbitraryFormat,
      fc.array(fc.constantFrom(0, 0, 0, 0, 0, 1, 2), { minLength: 200, maxLength: 200 }),
      fc.array(fc.nat({ max: 199 }), { maxLength: 12 }),
    )
    .map(([form, values, blanks]) => {
      const tables = blankTables(form)
      cellRefsOf(form).forEach(({ table, row, column }, index) => {
        const cells = tables[table][row]
        if (cells) cells[column] = blanks.includes(index) ? null : (values[index] ?? 0)
      })
      return { format: form, tables }
    })

  it('gets the verdicts that a plain reading of the notices gives', () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        const verdicts = naiveVerdicts(report.tables)
        const named = (wanted: string) =>
          [...verdicts].filter(([, verdict]) => verdict === wanted).map(([name]) => name)
        const answer = reconcile(report)
        const found = (wanted: string) =>
          answer.findings
            .filter(({ rule, status }) => verdictsKnow(rule) && status === wanted)
            .map(nameOf)
        expect(new Set(found('violated'))).toEqual(new Set(named('violated')))
        expect(new Set(found('incomplete'))).toEqual(new Set(named('incomplete')))
        expect(answer).toMatchObject({
          checked: verdicts.size,
          satisfied: named('satisfied').length,
          violated: named('violated').length,
          incomplete: named('incomplete').length,
        })
      }),
      { numRuns: 300 },
    )
  })

  const verdictsKnow = (rule: string) =>
    /^(applications\.(balance|handled|rowTotal)|disputes\.total)$/.test(rule)

  it('is not changed', () => {
    const tables = deepFrozen(withCell(ones, cellAt('applications.granted.business'), 7))
    expect(() => reconcile({ format, tables })).not.toThrow()
  })

  it('counts a cell that is missing altogether as blank', () => {
    const { granted: _, ...rows } = ones.applications
    const answer = reconcile({ format, tables: { ...ones, applications: rows } })
    expect(answer).toMatchObject({ status: 'incomplete', incomplete: 8, violated: 0 })
  })

  it('tells the violated first, then the incomplete, then the warnings', () => {
    const tables = withCell(
      withCell(ones, cellAt('disputes.reconsideration.total'), 9),
      cellAt('disputes.litigationDirect.total'),
      null,
    )
    const disclosureFigures = { total: 1, channels: [{ name: '微信公众号', count: 2 }] }
    const { findings } = reconcile({ format, tables, disclosureFigures })
    expect(findings.map(({ severity, status }) => `${severity} ${status}`)).toEqual([
      'error violated',
      'error incomplete',
      'warning violated',
    ])
  })
})

describe('one wrong cell', () => {
  it('is found wherever it is', () => {
    const bound = ({ table }: CellRef) => table !== 'disclosure'
    fc.assert(
      fc.property(arbitraryWithCells(1, bound), fc.integer({ min: 1 }), ({ report, cells }, by) => {
        const [wrong] = cells
        if (!wrong) throw new Error('no cell')
        const tables = withCell(report.tables, wrong, valueAt(report.tables, wrong) + by)
        const { status, findings } = reconcile({ ...report, tables })
        expect(status).toBe('violated')
        for (const finding of findings.filter(({ severity }) => severity === 'error')) {
          expect(finding.cells).toContainEqual(wrong)
        }
      }),
    )
  })

  it.each([
    [
      'in the sum of the results',
      { 'applications.handledTotal.naturalPerson': 20 },
      [
        {
          rule: 'applications.balance',
          expected: 21 + 1,
          actual: 20 + 1,
          message:
            '依申请公开表“自然人”列：“三（七）总计”与“四、结转下年度继续办理”之和应为 22，实际为 21' +
            '（第一项加第二项之和，等于第三项加第四项之和）',
        },
        {
          rule: 'applications.handled',
          expected: 21,
          actual: 20,
          message:
            '依申请公开表“自然人”列：“（七）总计”应为 21，实际为 20（第三项的总计等于（一）至（六）各项之和）',
        },
        {
          rule: 'applications.rowTotal',
          expected: 125,
          actual: 126,
          message:
            '依申请公开表“（七）总计”行：“总计”应为 125，实际为 126（总计等于各类申请人之和）',
        },
      ],
    ],
    [
      'in the sum of a row',
      { 'applications.partiallyGranted.total': 5 },
      [
        { rule: 'applications.handled', expected: 125, actual: 126 },
        {
          rule: 'applications.rowTotal',
          expected: 6,
          actual: 5,
          message:
            '依申请公开表“（二）部分公开”行：“总计”应为 6，实际为 5（总计等于各类申请人之和）',
        },
      ],
    ],
    [
      'among the disputes',
      { 'disputes.litigationAfterReconsideration.total': 0 },
      [
        {
          rule: 'disputes.total',
          expected: 4,
          actual: 0,
          message:
            '复议诉讼表“复议后起诉”行：“总计”应为 4，实际为 0（总计等于维持、纠正、其他结果与尚未审结之和）',
        },
      ],
    ],
  ])('is told in words: %s', (_, changes, findings) => {
    expect(reconciled(changes).findings).toMatchObject(
      findings.map((finding) => ({ severity: 'error', status: 'violated', ...finding })),
    )
    expect(reconciled(changes).findings).toHaveLength(findings.length)
  })

  it('is told with the cells of the identity, the total first', () => {
    const [balance] = reconciled({ 'applications.carriedOut.total': 5 }).findings
    expect(balance?.table).toBe('applications')
    expect(balance?.cells).toEqual(
      ['handledTotal', 'carriedOut', 'received', 'carriedIn'].map((row) =>
        cellAt(`applications.${row}.total`),
      ),
    )
  })
})

function deepFrozen(tables: TablesData): TablesData {
  for (const rows of Object.values(tables)) {
    for (const cells of Object.values(rows)) Object.freeze(cells)
    Object.freeze(rows)
  }
  return Object.freeze(tables)
}

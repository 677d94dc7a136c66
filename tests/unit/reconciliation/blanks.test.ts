import { describe, expect, it } from '@jest/globals'
import { blankTables } from '../../../src/formats/cells.ts'
import { formatOf, formats } from '../../../src/formats/index.ts'
import type { CellValue } from '../../../src/formats/types.ts'
import { reconcile } from '../../../src/reconciliation/index.ts'
import { balancedTables, cellAt, withCells } from '../../support/balancedTables.ts'

const format = formatOf('2021')
const reconciled = (changes: Record<string, CellValue>) =>
  reconcile({
    format,
    tables: withCells(
      balancedTables(format, () => 1),
      changes,
    ),
  })

describe('a blank', () => {
  it('makes incomplete what needs it, and is named', () => {
    const answer = reconciled({ 'applications.carriedOut.total': null })
    expect(answer).toMatchObject({
      status: 'incomplete',
      satisfied: 40,
      incomplete: 2,
      violated: 0,
    })
    expect(answer.findings).toMatchObject([
      {
        rule: 'applications.balance',
        severity: 'error',
        status: 'incomplete',
        expected: 132,
        actual: null,
        message:
          '依申请公开表“总计”列：“四、结转下年度继续办理”未填写，无法核对（第一项加第二项之和，等于第三项加第四项之和）',
      },
      {
        rule: 'applications.rowTotal',
        expected: 6,
        actual: null,
        message:
          '依申请公开表“四、结转下年度继续办理”行：“总计”未填写，无法核对（总计等于各类申请人之和）',
      },
    ])
  })

  it('does not hide what is violated elsewhere', () => {
    const answer = reconciled({
      'applications.carriedOut.total': null,
      'disputes.reconsideration.upheld': 8,
    })
    expect(answer).toMatchObject({ status: 'violated', violated: 1, incomplete: 2 })
  })

  it('in a table without sums is told too, one finding a table', () => {
    const answer = reconciled({
      'disclosure.fees.amount': null,
      'disclosure.penalty.decisions': null,
    })
    expect(answer).toMatchObject({ status: 'incomplete', satisfied: 42, incomplete: 0 })
    expect(answer.findings).toEqual([
      {
        rule: 'cells.blank',
        severity: 'error',
        status: 'incomplete',
        table: 'disclosure',
        cells: [cellAt('disclosure.penalty.decisions'), cellAt('disclosure.fees.amount')],
        expected: null,
        actual: null,
        message:
          '主动公开表有 2 格未填写：“行政处罚”行“本年处理决定数量”列、“行政事业性收费”行“本年收费金额”列',
        key: 'cells.blank|disclosure|penalty.decisions|fees.amount',
      },
    ])
  })

  it.each(formats.map((form) => [form.key, form] as const))(
    'everywhere makes everything incomplete in %s',
    (_, form) => {
      const { status, checked, incomplete, findings } = reconcile({
        format: form,
        tables: blankTables(form),
      })
      expect({ status, incomplete }).toEqual({ status: 'incomplete', incomplete: checked })
      expect(findings).toHaveLength(checked + 1)
      expect(findings.find(({ rule }) => rule === 'applications.handled')?.message).toMatch(
        /^依申请公开表“自然人”列：“（七）总计”、“（一）予以公开”、.+、.+等 \d\d 格未填写/,
      )
    },
  )
})

describe('the key of a finding', () => {
  const keysOf = (changes: Record<string, CellValue>) =>
    reconciled(changes).findings.map(({ key }) => key)

  it('stays while the values stay', () => {
    const wrong = { 'disputes.reconsideration.total': 9 }
    expect(keysOf({ ...wrong, 'disclosure.fees.amount': 3 })).toEqual(keysOf(wrong))
  })

  it('is another when a value that it rests on is another', () => {
    const first = keysOf({ 'disputes.reconsideration.total': 9 })
    expect(keysOf({ 'disputes.reconsideration.total': 8 })).not.toEqual(first)
    expect(
      keysOf({ 'disputes.reconsideration.total': 9, 'disputes.reconsideration.upheld': 2 }),
    ).not.toEqual(first)
  })

  it('is another for every finding', () => {
    const { findings } = reconcile({ format, tables: blankTables(format) })
    expect(new Set(findings.map(({ key }) => key)).size).toBe(findings.length)
  })
})

import { describe, expect, it } from '@jest/globals'
import { disputesTable, sections, terms } from '../../../src/formats/shared.ts'
import { defineFormat } from '../../../src/formats/types.ts'
import { reconcile } from '../../../src/reconciliation/index.ts'

const money = (key: string, label: string) => ({ key, label, type: 'money' }) as const
const empty = { ...disputesTable, groups: [] }

/** No notice sums money or subtracts within a year yet; the next one may. */
const format = defineFormat({
  key: 'fees',
  label: '收费表',
  citation: '',
  sections,
  tables: {
    disclosure: {
      label: '收费表',
      layout: 'stacked',
      groups: [
        {
          columns: [
            money('own', '本级'),
            money('below', '下级'),
            money('refunded', '退还'),
            money('total', '合计'),
          ],
          rows: [
            { key: 'fees', labels: ['收费'] },
            { key: 'fines', labels: ['罚没'] },
            { key: 'sum', labels: ['总计'] },
            { key: 'remarks', labels: ['备注'] },
          ],
        },
        { columns: [money('rate', '标准')], rows: [{ key: 'rates', labels: ['标准'] }] },
      ],
    },
    applications: empty,
    disputes: empty,
  },
  rules: [
    {
      rule: 'fees.total',
      authority: 'arithmetic',
      table: 'disclosure',
      along: 'columns',
      relation: '=',
      total: terms(['total']),
      parts: [{ key: 'own' }, { key: 'below' }, { key: 'refunded', sign: -1 }],
      only: ['fees', 'fines', 'sum', 'rates'],
      statement: '合计等于本级与下级之和减退还',
    },
    {
      rule: 'fees.sum',
      authority: 'arithmetic',
      table: 'disclosure',
      along: 'rows',
      relation: '=',
      total: terms(['sum']),
      parts: terms(['fees', 'fines']),
      statement: '总计等于收费与罚没之和',
    },
  ],
})

type Line = [own: number, below: number, refunded: number, total: number]

function reconciled(fees: Line, fines: Line, sum: Line) {
  const cells = ([own, below, refunded, total]: Line) => ({ own, below, refunded, total })
  return reconcile({
    format,
    tables: {
      disclosure: {
        fees: cells(fees),
        fines: cells(fines),
        sum: cells(sum),
        remarks: cells([1, 1, 1, 9]),
        rates: { rate: 1 },
      },
      applications: {},
      disputes: {},
    },
  })
}

describe('a form with sums of money', () => {
  it('is held to its rules where they hold, to the last of six decimals', () => {
    const fees: Line = [0.1, 0.2, 0, 0.3]
    expect(reconciled(fees, [0, 0, 0, 0], fees)).toMatchObject({ status: 'balanced', checked: 7 })
    expect(reconciled(fees, [0, 0, 0, 0.000001], fees)).toMatchObject({ violated: 2 })
  })

  it('subtracts what its rule subtracts', () => {
    const fees: Line = [5, 1, 2, 4]
    expect(reconciled(fees, [0, 0, 0, 0], fees)).toMatchObject({ status: 'balanced' })
    const { findings, diagnosis } = reconciled([5, 1, 3, 4], [0, 0, 0, 0], fees)
    expect(findings[0]).toMatchObject({ rule: 'fees.total', expected: 3, actual: 4 })
    expect(diagnosis?.repairs.map(({ message }) => message)).toEqual([
      '将收费表“收费”行“退还”列由 3 改为 2',
    ])
  })

  it('is diagnosed without a trace of binary fractions', () => {
    const sum: Line = [0.4, 0.5, 0, 0.9]
    const { diagnosis } = reconciled([0.4, 0.6, 0, 0.7], [0.1, 0.1, 0, 0.2], sum)
    expect(diagnosis?.repairs.map(({ message }) => message)).toContain(
      '将收费表“收费”行“本级”列由 0.4 改为 0.3，并将收费表“收费”行“下级”列由 0.6 改为 0.4',
    )
  })
})

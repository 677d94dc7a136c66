import { describe, expect, it } from '@jest/globals'
import { disputesTable, sections, terms } from '../../../src/formats/shared.ts'
import { defineFormat } from '../../../src/formats/types.ts'
import { reconcile } from '../../../src/reconciliation/index.ts'

/** No notice sums money yet; the next one may. */
const format = defineFormat({
  key: 'money',
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
            { key: 'own', label: '本级', type: 'money' },
            { key: 'below', label: '下级', type: 'money' },
            { key: 'total', label: '合计', type: 'money' },
          ],
          rows: [{ key: 'fees', labels: ['收费'] }],
        },
      ],
    },
    applications: { ...disputesTable, groups: [] },
    disputes: { ...disputesTable, groups: [] },
  },
  rules: [
    {
      rule: 'fees.total',
      authority: 'arithmetic',
      table: 'disclosure',
      along: 'columns',
      relation: '=',
      total: terms(['total']),
      parts: terms(['own', 'below']),
      statement: '合计等于本级与下级之和',
    },
  ],
})

const reconciled = (own: number, below: number, total: number) =>
  reconcile({
    format,
    tables: { disclosure: { fees: { own, below, total } }, applications: {}, disputes: {} },
  })

describe('a rule over money', () => {
  it('holds to the last of six decimals', () => {
    expect(reconciled(0.1, 0.2, 0.3)).toMatchObject({ status: 'balanced', satisfied: 1 })
    expect(reconciled(0.1, 0.2, 0.300001)).toMatchObject({ status: 'violated', violated: 1 })
  })

  it('is diagnosed without a trace of binary fractions', () => {
    const { findings, diagnosis } = reconciled(0.1, 0.2, 0.4)
    expect(findings[0]).toMatchObject({ expected: 0.3, actual: 0.4 })
    expect(diagnosis?.repairs.map(({ message }) => message)).toEqual([
      '将收费表“收费”行“合计”列由 0.4 改为 0.3',
      '将收费表“收费”行“本级”列由 0.1 改为 0.2',
      '将收费表“收费”行“下级”列由 0.2 改为 0.3',
    ])
  })
})

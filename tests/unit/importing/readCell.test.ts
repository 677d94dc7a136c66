import { describe, expect, it } from '@jest/globals'

import type { Column } from '../../../src/formats/types.ts'
import { readCell } from '../../../src/importing/readCell.ts'

const count: Column = { key: 'total', label: '总计', type: 'count' }
const signed: Column = { key: 'change', label: '本年增/减', type: 'signed' }
const yuan: Column = { key: 'amount', label: '采购总金额', type: 'money', unit: '元' }
const tenThousand: Column = { key: 'amount', label: '本年收费金额', type: 'money', unit: '万元' }

describe('a cell as printed', () => {
  it.each<[string, Column, number | null]>([
    ['0', count, 0],
    ['　 12 ', count, 12],
    ['１，２３４', count, 1234],
    ['1,234,567', count, 1234567],
    ['1 234', count, 1234],
    ['11\u00a0', count, 11],
    ['-', count, 0],
    ['—', count, 0],
    ['－', count, 0],
    ['3件', count, 3],
    ['-18', signed, -18],
    ['－18', signed, -18],
    ['+5', signed, 5],
    ['251000元', yuan, 251000],
    ['75394432.52', yuan, 75394432.52],
    ['5949.088667', tenThousand, 5949.088667],
    ['18.8710', tenThousand, 18.871],
    ['3.5 万元', tenThousand, 3.5],
    ['', count, null],
    [' 　\u00a0', count, null],
  ])('%j is %j → %j', (printed, column, value) => {
    expect(readCell(column, printed)).toEqual({ value })
  })

  it.each<[string, Column]>([
    ['无', count],
    ['不适用', count],
    ['-1', count],
    ['1.5', count],
    ['007', count],
    ['230 000023', count],
    ['0 0', count],
    ['12\n34', count],
    ['1,23', count],
    ['12元', count],
    ['99999999999', count],
    ['5万元', yuan],
    ['251000元', tenThousand],
    ['1.2345678', tenThousand],
  ])('%j is handed back, not guessed', (printed, column) => {
    const { value, dropped } = readCell(column, printed)
    expect(value).toBeNull()
    expect(dropped?.reason).toMatch(/未填入/)
  })

  it('keeps the number before a note and hands the note back', () => {
    expect(readCell(count, '22（其中修订16件）')).toEqual({
      value: 22,
      dropped: { text: '(其中修订16件)', reason: '数字后的说明未填入' },
    })
  })

  it('does not convert between units when the head of the file names another', () => {
    expect(readCell(tenThousand, '251000', '元').value).toBeNull()
  })
})

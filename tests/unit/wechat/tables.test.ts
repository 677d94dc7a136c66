import { load } from 'cheerio'
import { describe, expect, it } from '@jest/globals'
import { rowsOf } from '../../../src/formats/cells.ts'
import { formatOf, formats, tableKeys } from '../../../src/formats/index.ts'
import { balancedTables, variedLeaf } from '../../support/balancedTables.ts'
import type { ContentOptions } from '../../support/publications.ts'
import { reportContent } from '../../support/publications.ts'
import { tableCards } from '../../../src/wechat/tableCards.ts'

const cardsOf = (options: ContentOptions, key: (typeof tableKeys)[number]) => {
  const $ = load(tableCards(reportContent(options), key), null, false)
  return {
    text: $.root().text(),
    rows: $('tr')
      .toArray()
      .map((row) =>
        $(row)
          .children()
          .toArray()
          .map((cell) => $(cell).text()),
      ),
  }
}

describe('a table for phones', () => {
  it.each(formats.map(({ key }) => key))('has every number of the table: %s', (format) => {
    const tables = balancedTables(formatOf(format), variedLeaf(5))
    for (const key of tableKeys) {
      const { rows } = cardsOf({ format, tables }, key)
      const told = rows.filter((cells) => cells.length === 2)
      const inForm = rowsOf(formatOf(format)).filter(({ table }) => table === key)
      expect(told.map(([label]) => label)).toEqual(inForm.map(({ row }) => row.labels.at(-1)))
      inForm.forEach(({ row, columns }, i) => {
        for (const column of columns) {
          const words = `${column.label} ${tables[key][row.key]?.[column.key]}`
          expect(told[i]?.[1]?.split('，').some((phrase) => phrase.startsWith(words))).toBe(true)
        }
      })
    }
  })

  it('has the total first, then what is not zero, and names the rest as zero', () => {
    const tables = {
      disputes: {
        reconsideration: { upheld: 2, pending: 1, total: 3 },
        litigationDirect: { otherOutcome: 5, total: 5 },
      },
    }
    expect(cardsOf({ tables }, 'disputes')).toEqual({
      rows: [
        ['行政复议', '总计 3，结果维持 2，尚未审结 1'],
        ['行政诉讼'],
        ['未经复议直接起诉', '总计 5，其他结果 5'],
      ],
      text: expect.stringMatching(/复议诉讼表其余各项均为 0。$/),
    })
  })

  it('never counts a blank as zero', () => {
    const tables = { disputes: { reconsideration: { upheld: 0, corrected: null, total: 0 } } }
    const { rows, text } = cardsOf({ tables }, 'disputes')
    expect(rows).toEqual([['行政复议', '总计 0，结果纠正 未填报']])
    expect(text).toMatch(/其余各项均为 0。$/)
    expect(cardsOf({ fill: null }, 'disputes').text).toBe('本年度复议诉讼表未填报。')
    const all = cardsOf(
      { fill: null, tables: { disputes: { reconsideration: { total: 4 } } } },
      'disputes',
    )
    expect(all.text).not.toContain('均为 0')
  })

  it.each(tableKeys)('of nothing but zeros is one sentence: %s', (key) => {
    const { rows, text } = cardsOf({}, key)
    expect(rows).toEqual([])
    expect(text).toMatch(/^本年度(主动公开表|依申请公开表|复议诉讼表)各项数据均为 0。$/)
  })

  it('has the units, negative numbers and amounts as they are', () => {
    const tables = {
      disclosure: { licensing: { change: -3 }, procurement: { projects: 2, amount: 12345.678 } },
    }
    const { text } = cardsOf({ year: 2020, tables }, 'disclosure')
    expect(text).toContain('本年增/减 -3')
    expect(text).toContain('采购项目数量 2，采购总金额 12345.678 元')
  })
})

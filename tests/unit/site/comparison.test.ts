import { describe, expect, it } from '@jest/globals'
import { changeInShort, changeWords, comparison } from '../../../src/site/figures/comparison.ts'
import { reportContent } from '../../support/publications.ts'

describe('a change in words', () => {
  it.each([
    [18, 23, '件', '比上年增加 5 件，增长 27.8%', '增加 5（27.8%）'],
    [40, 30, '件', '比上年减少 10 件，下降 25%', '减少 10（25%）'],
    [0, 3, '件', '比上年增加 3 件', '增加 3'],
    [3, 0, '件', '比上年减少 3 件，下降 100%', '减少 3（100%）'],
    [7, 7, '件', '与上年持平', '持平'],
    [0, 0, '件', '与上年持平', '持平'],
    [0.1, 0.3, '万元', '比上年增加 0.2 万元，增长 200%', '增加 0.2（200%）'],
    [1000, 2500, '条', '比上年增加 1,500 条，增长 150%', '增加 1,500（150%）'],
  ])('%d → %d %s', (before, now, unit, words, short) => {
    expect(changeWords({ before, now, unit })).toBe(words)
    expect(changeInShort({ before, now }).join('')).toBe(short)
  })
})

const labelsOf = (before: Parameters<typeof reportContent>[0], now: typeof before) => {
  const { main, more } = comparison(reportContent(before), reportContent(now))
  return [...main, ...more].map(({ label, unit }) => `${label}/${unit}`)
}

describe('two years', () => {
  it('under different forms are compared only where the forms ask for the same', () => {
    const labels = labelsOf({ year: 2020 }, { year: 2021 })
    const disclosed = labels.filter((label) => /^(规章|行政)(?!复议|诉讼)/.test(label))
    expect(disclosed).toEqual([
      '行政许可：本年处理决定数量/件',
      '行政处罚：本年处理决定数量/件',
      '行政强制：本年处理决定数量/件',
    ])
    expect(labels).toEqual(
      expect.arrayContaining(['新收政府信息公开申请/件', '办理结果：其他处理/件', '行政诉讼/件']),
    )
  })

  it('under one form are compared in all of table 2', () => {
    expect(labelsOf({ year: 2021 }, { year: 2022 })).toEqual(
      expect.arrayContaining(['规章：现行有效件数/件', '行政事业性收费：本年收费金额/万元']),
    )
  })

  it('add up the rows of a result, however many a form has', () => {
    const before = reportContent({
      year: 2020,
      tables: { applications: { other: { total: 4 } } },
    })
    const now = reportContent({
      year: 2021,
      tables: { applications: { otherNotCorrected: { total: 2 }, otherRemaining: { total: 3 } } },
    })
    expect(comparison(before, now).more).toContainEqual({
      ...{ label: '办理结果：其他处理', unit: '件' },
      ...{ before: 4, now: 5 },
    })
  })

  it('leave out what one of them does not state: a blank is not zero', () => {
    const labels = labelsOf({ year: 2021, total: null }, { year: 2022 })
    expect(labels).not.toContain('主动公开政府信息/条')
    const blank = { applications: { received: { total: null } } }
    expect(labelsOf({ year: 2021 }, { year: 2022, tables: blank })).not.toContain(
      '新收政府信息公开申请/件',
    )
  })
})

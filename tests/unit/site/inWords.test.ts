import { expect, it } from '@jest/globals'
import { inWords } from '../../../src/site/figures/inWords.ts'
import { reportContent } from '../../support/publications.ts'

it('tells a quiet year as it is', () => {
  expect(inWords(reportContent({ year: 2021, total: 64 }), undefined)).toEqual([
    '全年主动公开政府信息 64 条。',
    '全年没有收到新的政府信息公开申请。',
    '没有因政府信息公开引起的行政复议和行政诉讼。',
  ])
})

it('tells what came of applications, and how the year stands to the one before', () => {
  const before = reportContent({
    ...{ year: 2021, total: 100 },
    tables: { applications: { received: { total: 8 } } },
  })
  const now = reportContent({
    ...{ year: 2022, total: 120 },
    tables: {
      applications: {
        received: { total: 10 },
        granted: { total: 6 },
        unavailableNotHeld: { total: 1 },
        unavailableUnclear: { total: 1 },
        handledTotal: { total: 8 },
        carriedOut: { total: 2 },
      },
      disputes: { reconsideration: { total: 1 } },
    },
  })
  expect(inWords(now, before)).toEqual([
    '全年主动公开政府信息 120 条，比上年增加 20 条，增长 20%。',
    '新收政府信息公开申请 10 件，比上年增加 2 件，增长 25%。',
    '办结申请 8 件，其中予以公开 6 件（占 75%）、无法提供 2 件（占 25%）；2 件结转下年度继续办理。',
    '因政府信息公开被申请行政复议 1 件、提起行政诉讼 0 件。',
  ])
})

it('writes large numbers as the figures beside them, and needs no breakdown', () => {
  const tables = {
    applications: {
      ...{ received: { total: 14069 }, granted: { total: 5548 } },
      ...{ handledTotal: { total: 5548 }, carriedOut: { total: 1819 } },
    },
    disputes: { reconsideration: { total: 1790 }, litigationDirect: { total: 1000 } },
  }
  expect(inWords(reportContent({ year: 2025, tables }), undefined).slice(1)).toEqual([
    '新收政府信息公开申请 14,069 件。',
    '办结申请 5,548 件，其中予以公开 5,548 件（占 100%）；1,819 件结转下年度继续办理。',
    '因政府信息公开被申请行政复议 1,790 件、提起行政诉讼 1,000 件。',
  ])
  const whole = reportContent({
    fill: null,
    tables: { applications: { handledTotal: { total: 3 } } },
  })
  expect(inWords(whole, undefined)).toContain('办结申请 3 件。')
})

it('says nothing of what is not stated', () => {
  const words = inWords(reportContent({ total: null, fill: null }), undefined)
  expect(words).toEqual([])
})

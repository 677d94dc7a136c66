import { expect, it } from '@jest/globals'
import type { RevisionContent } from '../../../src/site/api/types.ts'
import { differences } from '../../../src/site/differences/differences.ts'
import { reportContent, type ContentOptions } from '../../support/publications.ts'

const revision = (options: ContentOptions = {}): RevisionContent => ({
  ...reportContent(options),
  ...{ publishedAt: '2022-01-25T02:00:00.000Z', revision: 1, digest: '', url: '' },
})

it('finds none between equal revisions', () => {
  expect(differences(revision(), revision())).toEqual({ values: [], texts: [] })
})

it('tells each changed number with what it was', () => {
  const before = revision({ tables: { applications: { granted: { business: 1 } } } })
  const now = revision({ total: 132, tables: { applications: { granted: { business: null } } } })
  expect(differences(before, now).values).toEqual([
    { label: '主动公开政府信息总数', before: '120', now: '132' },
    {
      label: '依申请公开表：三、本年度办理结果 （一）予以公开，法人或其他组织 商业企业',
      ...{ before: '1', now: '—' },
    },
  ])
})

it('tells a channel that came and one that went', () => {
  const channel = { slug: 'paper', name: '《示例日报》', kind: 'newspaper' }
  const now = revision()
  const before = {
    ...revision(),
    disclosureFigures: { total: 120, channels: [{ channel, count: 7 }] },
  }
  expect(differences(before, now).values).toEqual([
    { label: '公开渠道：《示例日报》', before: '7', now: '—' },
    { label: '公开渠道：“柳河发布”微信公众号', before: '—', now: '40' },
  ])
})

it('marks the sentences that changed and keeps the others', () => {
  const before = revision({ overview: '<p>本年公开 40 条。渠道运行正常。</p>' })
  const now = revision({ overview: '<p>本年公开 52 条。渠道运行正常。</p>' })
  expect(differences(before, now).texts).toEqual([
    {
      heading: '一、总体情况',
      parts: [
        { kind: 'removed', text: '本年公开 40 条。' },
        { kind: 'added', text: '本年公开 52 条。' },
        { kind: 'kept', text: '渠道运行正常。' },
      ],
    },
  ])
})

it('loses no character of either text', () => {
  const before = '一、甲；乙\n没有句号的一行\n\n（二）丙。丁'
  const now = '一、甲；己\n没有句号的一行\n\n（二）丁'
  const [{ parts } = { parts: [] }] = differences(
    { ...revision(), preamble: before },
    { ...revision(), preamble: now },
  ).texts
  const without = (kind: string) =>
    parts
      .filter((part) => part.kind !== kind)
      .map(({ text }) => text)
      .join('')
  expect(without('added')).toBe(before)
  expect(without('removed')).toBe(now)
})

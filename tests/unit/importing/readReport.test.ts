import { describe, expect, it } from '@jest/globals'

import { rowsOf } from '../../../src/formats/cells.ts'
import { formatOf } from '../../../src/formats/index.ts'
import type { ImportedReport } from '../../../src/importing/types.ts'
import { readReport } from '../../../src/importing/readReport.ts'
import { expectedOf, fixture, hasSamples, sample } from './samples.ts'

const withSamples = hasSamples ? describe : describe.skip

const allText = (report: ImportedReport): string =>
  [
    report.title,
    report.organizationName,
    ...report.preamble,
    ...report.sections.flatMap(({ heading, paragraphs, children }) => [
      heading,
      ...paragraphs,
      ...children.flatMap((child) => [child.heading, ...child.paragraphs]),
    ]),
    ...report.unread.map(({ text }) => text),
  ].join('\n')

const bare = (text: string): string => text.replace(/[\s\u3000]+/g, '')

const headings = ({ sections }: ImportedReport) => sections.map(({ heading }) => heading)

describe('a report in the text layout of Word', () => {
  const file = fixture('qinghe-2020.txt')
  const report = readReport(file)
  const expected = expectedOf(fixture('qinghe-2020.json'))

  it('gives every figure as printed, across a page break with the head repeated', () => {
    expect(report.format).toBe(expected.format)
    expect(report.tables).toEqual(expected.tables)
  })

  it('says whose report it is and for when', () => {
    expect(report).toMatchObject({
      organizationName: '清河镇人民政府',
      year: 2020,
      title: '清河镇2020年政府信息公开工作年度报告',
      period: { from: '2020-01-01', to: '2020-12-31' },
      signedOn: '2021-01-20',
      contact: {
        office: '清河镇党政综合办公室',
        phone: '0536-5550123',
        address: '清河镇兴农路18号',
        postcode: '262400',
        email: 'qinghe-zw@example.org',
      },
    })
  })

  it('divides the narrative into sections and sub-sections', () => {
    expect(headings(report)).toEqual([
      '一、总体情况',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
      '五、存在问题及改进情况',
      '六、其他需要报告的事项',
    ])
    const [overview] = report.sections
    expect(overview?.children.map(({ heading }) => heading)).toEqual([
      '主动公开情况',
      '依申请公开情况',
      '平台建设情况',
    ])
    expect(overview?.children[1]?.paragraphs).toContain('(1)当面申请当场登记；')
  })

  it('names the channels once each and the figures by channel', () => {
    expect(report.channels).toEqual([
      { name: '政府信息公开专栏', kind: 'website' },
      { name: '“清河之声”微信公众号', kind: 'wechat' },
      { name: '《清河日报》', kind: 'newspaper' },
      { name: '清河电视台', kind: 'television' },
      { name: '掌上清河APP', kind: 'app' },
      { name: '公开栏', kind: 'noticeBoard' },
    ])
    expect(report.disclosureFigures).toEqual({
      total: 1352,
      channels: [
        { name: '政府信息公开专栏', count: 560 },
        { name: '“清河之声”微信公众号', count: 792 },
      ],
    })
  })

  it('lists what found no place', () => {
    expect(report.unread.map(({ text }) => text)).toEqual([
      '[image: 图片1]',
      '[bookmark: _GoBack]',
      '(其中修订16件)',
      '- 5 -',
    ])
  })
})

describe('a page that Word exported', () => {
  const report = readReport(fixture('hybrid-2024.html'))
  const expected = expectedOf(fixture('hybrid-2024.json'))

  it('chooses the form by its rows and gives every figure', () => {
    expect(report.format).toBe('2021-single-other')
    expect(report.tables).toEqual(expected.tables)
  })

  it('reads the narrative around the tables', () => {
    expect(report).toMatchObject({
      organizationName: '淮安市洪泽区人民政府',
      year: 2024,
      title: '淮安市洪泽区人民政府2024年政府信息公开工作年度报告',
      period: { from: '2024-01-01', to: '2024-12-31' },
      contact: { phone: '0517-87290606' },
      signedOn: '2025-01-16',
    })
    expect(headings(report)[0]).toBe('一、总体情况')
    expect(report.sections[0]?.children.map(({ heading }) => heading)).toEqual([
      '主动公开情况',
      '依申请公开情况',
    ])
    expect(report.sections[3]?.paragraphs).toEqual(['注：行政诉讼数量含上年度结转数量。'])
    expect(report.sections).toHaveLength(6)
  })

  it('keeps the furniture of the page out of the report', () => {
    expect(report.unread.map(({ text }) => text)).toEqual([
      '当前位置： 首页 > 政府信息公开 > 年报',
      '索引号：014342000/2025-00012',
      '字号：[大] [中] [小]',
      '[image: chart.png]',
      '— 4 —',
      '淮安市洪泽区人民政府办公室',
      '附件下载',
    ])
    expect(allText(report)).not.toMatch(/pageViews|mso-/)
  })
})

describe('a page laid out in tables', () => {
  const report = readReport(fixture('layout-2022.html'))

  it('is read through to the tables of figures', () => {
    const expected = expectedOf(fixture('layout-2022.json'))
    expect(report.format).toBe(expected.format)
    expect(report.tables).toEqual(expected.tables)
    expect(report.sections).toHaveLength(6)
    expect(report.organizationName).toBe('柳林街道办事处')
    expect(report.disclosureFigures.total).toBe(415)
  })

  it('lists the table of the page that is none of the report', () => {
    expect(report.unread.map(({ text }) => text)).toContain(
      '索 引 号 | 010203 | 发布日期 | 2023-01-12',
    )
  })
})

it('takes the year from the caller rather than from the file', () => {
  expect(readReport(fixture('layout-2022.html'), { year: 2023 }).year).toBe(2023)
})

withSamples('the report of Yingqiu for 2020', () => {
  const file = hasSamples ? sample('yingqiu-2020.txt') : fixture('qinghe-2020.txt')
  const report = readReport(file)

  it('has zero in every cell and no blank', () => {
    expect(report.format).toBe('2019')
    const counts = rowsOf(formatOf('2019')).reduce<Record<string, number>>(
      (sums, { table, row }) => {
        const values = Object.values(report.tables[table][row.key] ?? {})
        expect(values.every((value) => value === 0)).toBe(true)
        return { ...sums, [table]: (sums[table] ?? 0) + values.length }
      },
      {},
    )
    expect(counts).toEqual({ disclosure: 22, applications: 161, disputes: 15 })
  })

  it('is the one that the acceptance rests on', () => {
    expect(report).toMatchObject({
      organizationName: '营丘镇人民政府',
      year: 2020,
      period: { from: '2020-01-01', to: '2020-12-31' },
      contact: { phone: '0536-6921106', office: '营丘镇人民政府办公室' },
      signedOn: '2021-01-28',
      disclosureFigures: {
        total: 214,
        channels: [
          { name: '政府信息公开专栏', count: 28 },
          { name: '“古都营丘”微信公众号', count: 242 },
        ],
      },
    })
    expect(report.sections.map(({ children }) => children.length)).toEqual([7, 0, 0, 0, 3, 0])
    expect(report.channels.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        '《大众日报》',
        '《潍坊日报》',
        '《昌乐日报》',
        '昌乐电视台',
        '昌乐传媒网',
        '爱昌乐APP',
      ]),
    )
    expect(report.unread.map(({ text }) => text)).toEqual([
      '[image: 图片1]',
      '[image: 图片2]',
      '[bookmark: _GoBack]',
    ])
  })

  it('loses no sentence', () => {
    const read = bare(allText(report))
    const lines = file.text.split('\n')
    const isCell = (at: number) => lines[at]?.startsWith('\t') === true
    const narrative = lines.filter(
      (line, at) =>
        bare(line) !== '' &&
        !isCell(at) &&
        !isCell(at - 1) &&
        !/^\d{4}年\d+月\d+日$/.test(line.trim()),
    )
    const lost = narrative
      .map((line) => bare(line.replace(/\[\w+: [^\]]*\]/g, '').replace(/^（.{1,2}）/, '')))
      .filter((line) => !read.includes(line))
    expect(lost).toEqual([])
    expect(narrative.length).toBeGreaterThan(30)
  })
})

withSamples('other real reports', () => {
  const cases = [
    ['hangzhou-2025.html', { right: 200, year: 2025, sections: 3 }],
    ['hongze-2024.txt', { right: 0, year: 2024, sections: 6 }],
    ['kewei-2024.txt', { right: 0, year: 2024, sections: 5 }],
    ['pingtan-2019.txt', { right: 0, year: 2019, sections: 6 }],
    ['pingtan-2022.txt', { right: 0, year: 2022, sections: 6 }],
    ['suqian-2023.txt', { right: 0, year: 2023, sections: 3 }],
  ] as const

  it.each(cases)('%s has no wrong figure', (name, { right, year, sections }) => {
    const report = readReport(sample(name))
    const { tables } = expectedOf(sample(name.replace(/\.\w+$/, '.json')))
    let matching = 0
    for (const { table, row } of rowsOf(formatOf(report.format))) {
      for (const [column, value] of Object.entries(report.tables[table][row.key] ?? {})) {
        const truth = tables[table][row.key]?.[column]
        if (value === truth && value !== null) matching += 1
        else expect([table, row.key, column, value]).toEqual([table, row.key, column, null])
      }
    }
    expect(matching).toBe(right)
    expect(report.year).toBe(year)
    expect(report.sections).toHaveLength(sections)
  })
})

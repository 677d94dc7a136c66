import { describe, expect, it } from '@jest/globals'

import { readReport } from '../../../src/importing/readReport.ts'

const read = (text: string) =>
  readReport({ name: '报告.txt', data: new TextEncoder().encode(text) })

const body = '一、总体情况\n正常开展。\n六、其他需要报告的事项\n无。'

describe('the title', () => {
  it.each<[string, string | undefined, number | undefined]>([
    ['清河镇2020年政府信息公开工作年度报告', '清河镇', 2020],
    ['2024年清河市科委政府信息公开工作年度报告', '清河市科委', 2024],
    ['清河综合实验区2022年度政府信息公开工作年度报告', '清河综合实验区', 2022],
    ['清河区人民政府\n2023年政府信息公开工作年度报告', '清河区人民政府', 2023],
    ['清河区人民政府2023年\n政府信息公开工作年度报告', '清河区人民政府', 2023],
    ['2024 年清河市科委政府信息公开工作\n年度报告', '清河市科委', 2024],
    ['清河镇二〇二一年政府信息公开工作年度报告', '清河镇', 2021],
    ['清河镇2021年政府信息公开年报', '清河镇', 2021],
    ['首页\n清河镇\n2020年政府信息公开工作年度报告', '清河镇', 2020],
  ])('%j', (title, organizationName, year) => {
    expect(read(`${title}\n${body}`)).toMatchObject({ organizationName, year })
  })

  it('is not looked for in a sentence', () => {
    const report = read(`现将2020年政府信息公开工作年度报告公布如下。\n${body}`)
    expect(report.title).toBeUndefined()
    expect(report.preamble).toHaveLength(1)
  })
})

describe('the period', () => {
  it.each<[string, string, string]>([
    ['统计期限自2019年1月1日起至2019年12月31日止', '2019-01-01', '2019-12-31'],
    ['统计时限为2023年1月1日到12月31日', '2023-01-01', '2023-12-31'],
    ['2025年1月1日-12月31日', '2025-01-01', '2025-12-31'],
    ['2024 年 1 月 1 日 至 12 月 31 止', '2024-01-01', '2024-12-31'],
    ['２０２４年１月１日—１２月３１日', '2024-01-01', '2024-12-31'],
  ])('%s', (text, from, to) => {
    expect(read(`本报告所列数据的${text}。\n${body}`).period).toEqual({ from, to })
  })

  it('is left open when the text does not say, or says no day that exists', () => {
    expect(read(body).period).toBeUndefined()
    expect(read(`2024年1月1日至13月45日。\n${body}`).period).toBeUndefined()
  })
})

describe('the contact', () => {
  it.each<[string, object]>([
    [
      '请联系清河镇人民政府办公室，联系电话：0536-6921100。',
      { office: '清河镇人民政府办公室', phone: '0536-6921100' },
    ],
    [
      '请与清河区政务公开办联系（地址：清河区湖滨大道9号，邮编：223100，电话：0517-87290600）。',
      {
        office: '清河区政务公开办',
        address: '清河区湖滨大道9号',
        postcode: '223100',
        phone: '0517-87290600',
      },
    ],
    ['咨询 0536—6921100 或 a.b@example.org', { phone: '0536-6921100', email: 'a.b@example.org' }],
    ['电话(0536)6921100', { phone: '(0536)6921100' }],
  ])('%s', (text, contact) => {
    expect(read(`${text}\n${body}`).contact).toEqual(contact)
  })

  it('takes no document number for a telephone', () => {
    expect(read(`依据国办公开办函〔2021〕30号和第711号令编制。\n${body}`).contact).toBeUndefined()
  })
})

describe('the six sections', () => {
  it.each([
    ['一、总体情况、', 'overview', '一、总体情况'],
    ['一、政府信息公开工作的基本情况', 'overview', '一、政府信息公开工作的基本情况'],
    ['1、总体情况', 'overview', '1、总体情况'],
    ['二、行政机关主动公开政府信息情况', 'disclosure', '二、行政机关主动公开政府信息情况'],
    ['三、主动公开政府信息情况', 'disclosure', '三、主动公开政府信息情况'],
    [
      '三、收到和处理政府信息公开的申请情况',
      'applications',
      '三、收到和处理政府信息公开的申请情况',
    ],
    [
      '四、政府信息公开行政法复议、行政诉讼情况',
      'disputes',
      '四、政府信息公开行政法复议、行政诉讼情况',
    ],
    [
      '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况',
      'disputes',
      '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况',
    ],
    ['五、存在问题及改进情况', 'problems', '五、存在问题及改进情况'],
    [
      '五、政府信息公开工作存在的主要问题及改进情况',
      'problems',
      '五、政府信息公开工作存在的主要问题及改进情况',
    ],
    ['五,存在的主要问题和改进情况', 'problems', '五,存在的主要问题和改进情况'],
    ['l六、其他需要报告的事项：', 'other', 'l六、其他需要报告的事项'],
  ])('%s', (line, key, heading) => {
    expect(read(`${line}\n正文。`).sections).toEqual([
      { key, heading, paragraphs: ['正文。'], children: [] },
    ])
  })

  it('are told from headings inside 总体情况', () => {
    const { sections } = read(
      '一、总体情况\n二、工作机制保障\n三、主动公开工作情况\n四、政府信息公开申请情况\n一、主动公开政府信息情况\n二、收到和处理政府信息公开申请情况\n五、其他需要报告的事项',
    )
    expect(sections.map(({ key, paragraphs }) => [key, paragraphs.length])).toEqual([
      ['overview', 3],
      ['disclosure', 0],
      ['applications', 0],
      ['other', 0],
    ])
  })

  it('are found in a text that lost its line breaks', () => {
    const { sections } = read(
      '编写说明。一、总体情况2022年，工作正常。五、存在的主要问题及改进情况 更新不够及时。六、其他需要报告的事项无。',
    )
    expect(sections.map(({ key, paragraphs }) => [key, ...paragraphs])).toEqual([
      ['overview', '2022年，工作正常。'],
      ['problems', '更新不够及时。'],
      ['other', '无。'],
    ])
  })

  it('set the remains of a lost table aside', () => {
    const { sections, unread } = read(
      '一、总体情况\n正常。\n二、主动公开政府信息情况\n行政许可 97\n说明文字。',
    )
    expect(sections[1]?.paragraphs).toEqual(['说明文字。'])
    expect(unread).toEqual([{ line: 4, text: '行政许可 97', reason: '未能识别的表格内容，未导入' }])
  })
})

describe('sub-sections', () => {
  it.each<[string, string[], [string, number][]]>([
    [
      '（一）、（二）',
      ['（一）主动公开情况', '甲。', '（二）依申请公开情况', '乙。'],
      [
        ['主动公开情况', 1],
        ['依申请公开情况', 1],
      ],
    ],
    [
      '（1） in place of （一）',
      ['（1） 主动公开情况', '甲。', '（二）依申请公开情况'],
      [
        ['主动公开情况', 1],
        ['依申请公开情况', 0],
      ],
    ],
    [
      '(1) throughout',
      ['(1)主动公开', '甲。', '(2)依申请公开'],
      [
        ['主动公开', 1],
        ['依申请公开', 0],
      ],
    ],
    [
      '(1) as items',
      ['（一）平台建设', '（1）网站', '（2）公众号', '（3）公开栏'],
      [['平台建设', 3]],
    ],
    [
      'text after the heading',
      ['（一）主动公开情况。全年公开5条。内容齐全。'],
      [['主动公开情况', 1]],
    ],
    ['numbered paragraphs', ['（一）主动公开情况', '1.甲。', '2.乙。'], [['主动公开情况', 2]]],
  ])('%s', (_, lines, children) => {
    const [section] = read(`一、总体情况\n${lines.join('\n')}`).sections
    expect(
      section?.children.map(({ heading, paragraphs }) => [heading, paragraphs.length]),
    ).toEqual(children)
  })

  it('do not lose a numbered sentence that is no heading', () => {
    const line = `（一）${'很长的一句话'.repeat(8)}。`
    expect(read(`一、总体情况\n${line}`).sections[0]?.paragraphs).toEqual([line])
  })
})

describe('the signature', () => {
  const signed = (end: string) =>
    read(
      `清河镇2020年政府信息公开工作年度报告\n一、总体情况\n正常。\n六、其他需要报告的事项\n无。\n${end}`,
    )

  it.each<[string, string, string | undefined]>([
    ['清河镇人民政府\n2021年1月28日', '清河镇人民政府', '2021-01-28'],
    ['清河镇人民政府\n2021 年 1 月 28 日\n- 7 -', '清河镇人民政府', '2021-01-28'],
    ['清河镇人民政府\n二〇二一年一月二十八日', '清河镇人民政府', '2021-01-28'],
    ['　　清河镇人民政府　　2021年1月28日', '清河镇人民政府', '2021-01-28'],
    ['2021年1月28日', '清河镇', '2021-01-28'],
    ['清河镇人民政府', '清河镇人民政府', undefined],
    ['2021年2月30日', '清河镇', undefined],
  ])('%j', (end, organizationName, signedOn) => {
    const report = signed(end)
    expect(report.organizationName).toBe(organizationName)
    expect(report.signedOn).toBe(signedOn)
    expect(report.sections[1]?.paragraphs[0]).toBe('无。')
    expect(report.sections[1]?.paragraphs.length).toBe(end.includes('2月30日') ? 2 : 1)
  })
})

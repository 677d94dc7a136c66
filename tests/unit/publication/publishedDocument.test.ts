import { load } from 'cheerio'
import { describe, expect, it } from '@jest/globals'
import { publishedDocument } from '../../../src/publication/publishedDocument.ts'
import { publicationOf, reportContent } from '../../support/publications.ts'

const baseUrl = 'https://gk.example.gov.cn/'

const pageOf = (content = reportContent(), overrides: Parameters<typeof publicationOf>[1] = {}) =>
  load(publishedDocument(publicationOf(content, overrides), baseUrl, '2021/images'))

describe('the published page', () => {
  it('has the labels of a government page', () => {
    const $ = pageOf(reportContent({ name: '"柳河"<镇>政府' }), {
      publishedAt: '2022-01-24T17:30:00.000Z',
    })
    const labels = Object.fromEntries(
      $('meta[name][content]')
        .toArray()
        .map((label) => [$(label).attr('name'), $(label).attr('content')]),
    )
    expect(labels).toMatchObject({
      SiteName: '"柳河"<镇>政府',
      SiteDomain: 'gk.example.gov.cn',
      ColumnName: '政府信息公开年度报告',
      ColumnType: '政府信息公开',
      ArticleTitle: '"柳河"<镇>政府2021年政府信息公开工作年度报告',
      PubDate: '2022-01-25 01:30',
      ContentSource: '"柳河"<镇>政府',
      Keywords: '"柳河"<镇>政府,政府信息公开,年度报告,2021年',
      Description: '根据《中华人民共和国政府信息公开条例》编制本报告。',
    })
  })

  it('describes a long report by no more than its first words', () => {
    const $ = pageOf({ ...reportContent(), preamble: '𠮷'.repeat(500) })
    expect($('meta[name=Description]').attr('content')).toBe(`${'𠮷'.repeat(119)}…`)
  })

  it.each([
    ['nothing of the first', { revision: 1 }, []],
    [
      'when and why it was corrected',
      { revision: 3, correctionReason: '更正收费金额。', publishedAt: '2022-02-28T17:00:00.000Z' },
      ['更正说明：本报告于2022年3月1日更正后重新发布，为第3次发布。更正原因：更正收费金额。'],
    ],
    [
      'that a correction took its place',
      { revision: 1, state: 'superseded' as const },
      [
        '本页是第1次发布的文本（2022年1月25日发布），已由更正后的文本取代，请以现行文本为准。现行文本',
      ],
    ],
  ])('tells %s', (_, overrides, notices) => {
    const $ = pageOf(reportContent(), overrides)
    expect(
      $('.notice')
        .toArray()
        .map((notice) => $(notice).text()),
    ).toEqual(notices)
  })

  it('finds its pictures from where it is', () => {
    const name = `${'a'.repeat(64)}.png`
    const $ = pageOf(reportContent({ overview: `<p><img src="images/${name}" alt="甲"></p>` }))
    expect(
      new URL($('img').attr('src') ?? '', `${baseUrl}v1/reports/liuhe/2021.html`).pathname,
    ).toBe(`/v1/reports/liuhe/2021/images/${name}`)
  })
})

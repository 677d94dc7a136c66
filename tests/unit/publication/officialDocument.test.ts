import { load } from 'cheerio'
import { describe, expect, it } from '@jest/globals'
import { formats, tableKeys } from '../../../src/formats/index.ts'
import {
  officialDocument,
  officialDocumentPolicy,
} from '../../../src/publication/officialDocument.ts'
import { reportContent, section } from '../../support/publications.ts'
import type { ContentOptions } from '../../support/publications.ts'

const documentOf = (options: ContentOptions = {}, draft = false) =>
  load(officialDocument(reportContent(options), { draft }))

describe('the official document', () => {
  it('has title, preamble, six sections in order with their sub-sections, and signature', () => {
    const $ = documentOf()
    expect($('h1').text()).toBe('柳河镇人民政府2021年政府信息公开工作年度报告')
    expect($('h1 + p').text()).toContain('根据《中华人民共和国政府信息公开条例》')
    expect(
      $('h2')
        .toArray()
        .map((heading) => $(heading).text().slice(0, 2)),
    ).toEqual(['一、', '二、', '三、', '四、', '五、', '六、'])
    expect($('section').first().find('h3 + p').text()).toBe('公开渠道运行正常。')
    expect($('section:has(table) h2').length).toBe(3)
    expect($('.signature').text().replace(/\s+/g, '')).toBe('柳河镇人民政府2022年1月20日')
    expect($('time').attr('datetime')).toBe('2022-01-20')
  })

  it.each(formats.map(({ key }) => key))(
    'names for every value of form %s the heads that speak of it, all with a scope and an id',
    (format) => {
      const $ = documentOf({ format })
      const ids = $('th')
        .toArray()
        .map((head) => $(head).attr('id') ?? '')
      expect(new Set(ids)).toHaveProperty('size', ids.length)
      expect($('th:not([scope])').length).toBe(0)
      expect($('caption').length).toBe(tableKeys.length)
      for (const value of $('td').toArray()) {
        const heads = ($(value).attr('headers') ?? '').split(' ')
        expect(heads.length).toBeGreaterThan(1)
        for (const head of heads) expect(ids).toContain(head)
      }
    },
  )

  it.each<[string, ContentOptions, string[]]>([
    [
      'applications.refusedStateSecret.business',
      { tables: { applications: { refusedStateSecret: { business: 77 } } } },
      [
        '三、本年度办理结果',
        '（三）不予公开',
        '1.属于国家秘密',
        '申请人情况',
        '法人或其他组织',
        '商业企业',
      ],
    ],
    [
      'applications.received.total',
      { tables: { applications: { received: { total: 77 } } } },
      ['一、本年新收政府信息公开申请数量', '申请人情况', '总计'],
    ],
    [
      'disputes.litigationDirect.pending',
      { tables: { disputes: { litigationDirect: { pending: 77 } } } },
      ['行政诉讼', '未经复议直接起诉', '尚未审结'],
    ],
    [
      'disclosure.penalty.decisions',
      { tables: { disclosure: { penalty: { decisions: 77 } } } },
      ['第二十条第（六）项', '行政处罚', '本年处理决定数量'],
    ],
  ])('gives %s exactly its heads', (_, options, heads) => {
    const $ = documentOf(options)
    const value = $('td').filter((__, cell) => $(cell).text() === '77')
    const named = (value.attr('headers') ?? '').split(' ').map((id) => $(`[id="${id}"]`).text())
    expect(named).toEqual(heads)
  })

  it('shows a blank of a draft as not filled in, of a publication as nothing, and zero as 0', () => {
    const tables = { applications: { received: { naturalPerson: null, business: 0 } } }
    const row = (draft: boolean) => {
      const $ = documentOf({ tables }, draft)
      return $('th:contains("一、本年新收")')
        .parent()
        .find('td')
        .toArray()
        .slice(0, 2)
        .map((cell) => $(cell).text())
    }
    expect(row(true)).toEqual(['未填', '0'])
    expect(row(false)).toEqual(['', '0'])
  })

  it('says that it is a draft only when it is one', () => {
    expect(documentOf({}, true)('body').text()).toContain('草稿，未发布')
    const published = officialDocument(reportContent())
    expect(published.replace(/<style>[^]*<\/style>/, '')).not.toContain('草稿')
    const $ = load(
      officialDocument({ ...reportContent(), signature: { name: '示例', date: null } }),
    )
    expect($('.signature p').length).toBe(1)
  })

  it('shows the images of the report where they are said to be, and no others', () => {
    const name = `${'a'.repeat(64)}.png`
    const overview = `<p><img src="images/${name}" alt="办事窗口"></p><p><img src="https://x.example/y.png"></p>`
    const addressed = load(
      officialDocument(reportContent({ overview }), {
        imageAddress: (image) => `/pictures/${image}`,
      }),
    )
    expect(addressed('img').length).toBe(1)
    expect(addressed('img').attr('src')).toBe(`/pictures/${name}`)
    expect(documentOf({ overview })('img').attr('src')).toBe(`images/${name}`)
  })

  it('lets no hostile text become markup, and asks for nothing', () => {
    const hostile = '<script>alert(1)</script>"\'><img src=x onerror=alert(1)>&amp;'
    const content = {
      ...reportContent({ name: hostile, overview: `<p onclick="x()">甲${hostile}</p>` }),
      preamble: hostile,
      signature: { name: hostile, date: hostile },
    }
    const [first, ...others] = content.sections
    const sections = first
      ? [{ ...first, heading: hostile, children: [section('x', hostile, hostile)] }, ...others]
      : []
    const html = officialDocument({ ...content, sections }, { draft: true })
    const $ = load(html)
    expect($('script, img, link, iframe, [src], [onclick], [onerror]').length).toBe(0)
    expect($('h1').text()).toContain(hostile)
    expect($('h2').first().text()).toBe(hostile)
    expect(html.replace(/<main>[^]*<\/main>/, '')).not.toMatch(/url\(|@import|https?:/)
    expect(officialDocumentPolicy).not.toContain('unsafe')
    expect(officialDocumentPolicy).not.toContain('script-src')
  })
})

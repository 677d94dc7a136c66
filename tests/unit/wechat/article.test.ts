import { load } from 'cheerio'
import fc from 'fast-check'
import { describe, expect, it } from '@jest/globals'
import { cellRefsOf } from '../../../src/formats/cells.ts'
import { formatOf, formats, tableKeys } from '../../../src/formats/index.ts'
import type { CellValue, TablesPatch } from '../../../src/formats/types.ts'
import { bareTableHtml } from '../../../src/publication/tableHtml.ts'
import type { ReportContent } from '../../../src/publication/types.ts'
import { renderArticle } from '../../../src/wechat/article.ts'
import type { Article } from '../../../src/wechat/article.ts'
import { articlePage } from '../../../src/wechat/articlePage.ts'
import { wechatLimits } from '../../../src/wechat/limits.ts'
import { tableAttributes } from '../../../src/wechat/markup.ts'
import { tableAsGrid, tableAsWords } from '../../../src/wechat/tableForms.ts'
import { publicationOf, reportContent, section } from '../../support/publications.ts'
import type { ContentOptions } from '../../support/publications.ts'
import { fontSizes, refusedMarkup } from '../../support/wechatMarkup.ts'

const articleOf = (content: ReportContent, limits = {}): Article =>
  renderArticle(publicationOf(content), { baseUrl: 'https://example.gov.cn', limits })
const textOf = (html: string) => load(html, null, false).root().text()
const codesOf = ({ warnings }: Article) => warnings.map(({ code }) => code)

/** Numbers as large as a province's in every cell. */
const crowdedTables = (format: string): TablesPatch => {
  const tables: Record<string, Record<string, Record<string, CellValue>>> = {}
  for (const { table, row, column } of cellRefsOf(formatOf(format))) {
    ;((tables[table] ??= {})[row] ??= {})[column] = 1_234_567
  }
  return tables
}
const narrative = (characters: number, paragraph = 300): string =>
  `<p>${'公'.repeat(paragraph)}</p>`.repeat(Math.ceil(characters / paragraph))

const cases: [string, ContentOptions][] = [
  ['all zero, format 2019', { year: 2019 }],
  ['ordinary, format 2021', { tables: { applications: { received: { business: 3, total: 3 } } } }],
  ['hybrid form', { format: '2021-single-other' }],
  ['blank', { fill: null, total: null }],
  ['crowded tables', { tables: crowdedTables('2021') }],
  [
    'crowded tables, 15,000 characters and a long name',
    { tables: crowdedTables('2021'), overview: narrative(15_000), name: '省'.repeat(60) },
  ],
  ['one endless paragraph', { overview: narrative(50_000, 50_000) }],
  ['40,000 markup characters', { overview: '<p>&lt;&amp;"\'</p>'.repeat(4000) }],
  ['an endless slug', { slug: 'a'.repeat(2000) }],
]

describe('an article', () => {
  it.each(cases)('keeps to every limit and to the plain markup: %s', (_, options) => {
    expectWithinLimits(articleOf(reportContent(options)))
  })

  it('keeps to every limit whatever the text, names and numbers are', () => {
    const fragment = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.constantFrom(
        '<p>',
        '</p>',
        '<ul><li>',
        '<ol start="3"><li>甲',
        '</li></ol>',
        '<table><tr>',
      ),
      fc.constantFrom(
        '<td colspan="9">',
        '<a href="javascript:1" onclick="x">链',
        '<h3 id="a">',
        '<br>',
      ),
      fc.constantFrom(
        '<script>alert(1)</script>',
        '<style>p{}</style>',
        '<img src=x>',
        '😀'.repeat(99),
      ),
    )
    fc.assert(
      fc.property(
        fc.array(fragment, { maxLength: 60 }),
        fc.integer({ min: 1, max: 40 }),
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.constantFrom(0, null, 7, 9_999_999_999),
        (fragments, times, name, fill) => {
          const overview = fragments.join('').repeat(times)
          expectWithinLimits(articleOf(reportContent({ overview, name, fill })))
        },
      ),
      { numRuns: 60 },
    )
  })

  it('changes nothing and warns of nothing as long as all fits', () => {
    const article = articleOf(reportContent())
    expect(article.warnings).toEqual([])
    expect(article).toMatchObject({
      title: '柳河镇人民政府2021年政府信息公开工作年度报告',
      author: '柳河镇人民政府',
      contentSourceUrl: 'https://example.gov.cn/v1/reports/liuhe/2021',
      cover: null,
      images: [],
      limits: wechatLimits,
    })
  })

  it('has preamble, six sections with their parts, three tables and the signature, in order', () => {
    const { content } = articleOf(reportContent())
    const text = textOf(content)
    const marks = [
      ...[
        '根据《中华人民共和国政府信息公开条例》',
        '一、总体情况',
        '（一）主动公开',
        '公开渠道运行正常',
      ],
      ...[
        '二、主动公开政府信息情况',
        '行政规范性文件',
        '三、收到和处理',
        '自然人',
        '四、政府信息公开',
      ],
      ...[
        '结果维持',
        '五、存在的主要问题',
        '人员更替',
        '六、其他',
        '未收取',
        '柳河镇人民政府2022年1月20日',
      ],
    ]
    const places = marks.map((mark) => text.indexOf(mark))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(load(content)('table').length).toBe(3)
  })

  it('is legible on a phone', () => {
    const sizes = fontSizes(articleOf(reportContent()).content)
    expect(sizes.length).toBeGreaterThan(3)
    for (const { element, size } of sizes) {
      expect(size).toBeGreaterThanOrEqual(element === 'table' ? 12 : 15)
    }
  })

  it.each(formats.map(({ key }) => key))(
    'spends few characters on table 3 of format %s',
    (format) => {
      const content = reportContent({ format })
      const table = bareTableHtml(content, 'applications', tableAttributes(10))
      expect(table.length).toBeLessThan(3500)
      expect(articleOf(content).content).toContain(table)
    },
  )
})

describe('rich text in an article', () => {
  it.each([
    ['<p>甲<strong>乙</strong><em>丙</em></p>', '<p>甲<strong>乙</strong>丙</p>'],
    ['<p>见<a href="https://example.com">公告</a></p>', '<p>见公告</p>'],
    ['<h4>小标题</h4>', '<p><strong>小标题</strong></p>'],
    ['<p>甲<br>乙</p>', '<p>甲</p><p>乙</p>'],
    ['<p>　　 缩进 </p><p> </p>', '<p>缩进</p>'],
    ['<ul><li>甲</li><li>乙</li></ul>', '<p>• 甲</p><p>• 乙</p>'],
    ['<ol start="2"><li>甲</li><li><p>乙</p></li></ol>', '<p>2. 甲</p><p>3. 乙</p>'],
    [
      '<ol><li>甲</li><li><ol><li>子</li></ol></li><li>乙</li></ol>',
      '<p>1. 甲</p><p>（1）子</p><p>2. 乙</p>',
    ],
    ['<p>a &lt;b&gt; &amp; c</p>', '<p>a &lt;b&gt; &amp; c</p>'],
    ['<script>alert(1)</script><style>p{}</style><p onclick="x" class="y">甲</p>', '<p>甲</p>'],
    ['<svg><text>乙</text></svg><iframe>丙</iframe><p>甲<!-- 丁 --></p>', '<p>甲</p>'],
  ])('turns %s into %s', (html, expected) => {
    const { content } = articleOf(reportContent({ overview: html, children: [] }))
    expect(content).toContain(`</p>${expected}<p style=`)
  })

  it('keeps a table with its merged cells', () => {
    const html =
      '<table class="t"><thead><tr><th colspan="2">头</th></tr></thead><tr><td>1</td><td>2</td></tr></table>'
    const { content } = articleOf(reportContent({ overview: html }))
    expect(content).toContain('<tr><th colspan="2">头</th></tr><tr><td>1</td><td>2</td></tr>')
  })

  it('warns of pictures that cannot come along', () => {
    const article = articleOf(
      reportContent({ overview: '<p>甲<img src="a.png">乙<img src="b.png"></p>' }),
    )
    expect(article.warnings).toMatchObject([{ code: 'content.imagesLeftOut', actual: 2 }])
  })
})

describe('an article over the limit', () => {
  it.each(formats.map(({ key }) => key))(
    'gains by telling tables in words: format %s',
    (format) => {
      const content = reportContent({ format, tables: crowdedTables(format) })
      for (const table of tableKeys) {
        expect(tableAsWords(content, table).length).toBeLessThan(tableAsGrid(content, table).length)
      }
    },
  )

  it.each([
    [19_999, []],
    [20_000, ['content.tablesAsText']],
  ])('begins at 20,000 characters: %i', (length, codes) => {
    const withText = (count: number) =>
      articleOf(reportContent({ overview: `<p>${'公'.repeat(count)}</p>`.repeat(2) }))
    const article = articleOf(
      reportContent({
        overview: `<p>公</p><p>${'公'.repeat(length - withText(1).content.length + 1)}</p>`,
      }),
    )
    expect(codesOf(article)).toEqual(codes)
  })

  it('first tells tables in words, an all-zero table in one sentence, and keeps the text', () => {
    const content = reportContent({
      overview: narrative(14_500),
      tables: {
        disputes: { reconsideration: { upheld: 2, pending: 1, total: 3 } },
      },
    })
    const article = articleOf(content)
    expect(codesOf(article)).toEqual(['content.tablesAsText'])
    expect(textOf(article.content)).toContain('本年度依申请公开表各项数据均为 0。')
    expect(article.content.match(/公{300}/g)).toHaveLength(49)
    expect(article.warnings[0]).toMatchObject({ limit: 20_000 })
    expect(article.warnings[0]?.message).toMatch(/须少于 20000：.*依申请公开表.*已改为文字叙述/)
    expect(article.warnings[0]?.actual).toBeGreaterThan(20_000)
  })

  it('names what is not zero, the total first, and blanks as blanks', () => {
    const content = reportContent({
      overview: narrative(18_500),
      tables: {
        disputes: {
          reconsideration: { upheld: 2, pending: 1, total: 3, corrected: null },
          litigationDirect: { otherOutcome: 5 },
        },
      },
    })
    const text = textOf(articleOf(content).content)
    expect(text).toContain('行政复议：总计 3（结果维持 2、尚未审结 1）。')
    expect(text).toContain('行政诉讼·未经复议直接起诉：其他结果 5。')
    expect(text).toContain('复议诉讼表其余各项均为 0，另有 1 项未填报。')
  })

  it('then cuts text at paragraphs from the end, with a visible note and a warning', () => {
    const paragraphs = Array.from({ length: 100 }, (_, i) => `<p>第${i}段${'公'.repeat(290)}</p>`)
    const children = [section('overview.1', '（一）主动公开', '<p>末段</p>')]
    const article = articleOf(reportContent({ overview: paragraphs.join(''), children }))
    const kept = [...article.content.matchAll(/<p>第(\d+)段公{290}<\/p>/g)].map(([, n]) =>
      Number(n),
    )
    expect(kept.length).toBeGreaterThan(50)
    expect(kept).toEqual(kept.map((_, i) => i))
    expect(article.content).not.toContain('末段')
    expect(article.content).toContain('（全文请点击“阅读原文”）')
    expect(article.content).toContain('六、其他需要报告的事项')
    expect(article.content.length).toBeGreaterThan(19_000)
    expect(codesOf(article)).toEqual(['content.tablesAsText', 'content.textCut'])
  })

  it('survives limits too low for its own headings, and says so', () => {
    const article = articleOf(reportContent({ overview: narrative(3000) }), { content: 700 })
    expect(article.content.length).toBeLessThan(700)
    expect(codesOf(article)).toContain('content.partsDropped')
    expect(refusedMarkup(article.content)).toEqual([])
  })

  it('counts bytes too', () => {
    const article = articleOf(reportContent({ overview: narrative(9000) }), {
      contentBytes: 20_000,
    })
    expect(Buffer.byteLength(article.content)).toBeLessThan(20_000)
    expect(article.warnings.at(-1)).toMatchObject({ code: 'content.textCut', limit: 20_000 })
  })
})

describe('title, author and summary', () => {
  it('falls back to a shorter title, tells the full one in the text, and warns', () => {
    const name = '某某省某某市某某县某某街道办事处'
    const title = `${name}关于${'二〇二一年度'}政府信息公开工作情况的年度报告`
    const article = articleOf(reportContent({ name, title }))
    expect(article.title).toBe(`${name}2021年政府信息公开年报`)
    expect(article.warnings).toMatchObject([
      { code: 'title.shortened', actual: title.length, limit: 32 },
    ])
    expect(textOf(article.content)).toContain(title)
  })

  it('clips the author of a long name without splitting a character', () => {
    const article = articleOf(reportContent({ name: `${'省'.repeat(14)}😀😀😀` }))
    expect(article.author).toBe(`${'省'.repeat(14)}…`)
    expect(codesOf(article)).toContain('author.shortened')
  })

  it.each<[string, ContentOptions, string]>([
    [
      'figures',
      {
        tables: {
          applications: {
            received: { total: 17 },
            handledTotal: { total: 16 },
            carriedOut: { total: 1 },
          },
          disputes: {
            litigationDirect: { total: 1 },
            litigationAfterReconsideration: { total: 2 },
          },
        },
      },
      '2021年，柳河镇人民政府主动公开政府信息120条，收到政府信息公开申请17件，办结16件，结转下年度1件，无行政复议，行政诉讼3件。',
    ],
    [
      'zeros',
      { total: 0 },
      '2021年，柳河镇人民政府未主动公开政府信息，未收到政府信息公开申请，无行政复议，无行政诉讼。',
    ],
    ['nothing known', { fill: null, total: null }, '柳河镇人民政府2021年政府信息公开工作年度报告'],
  ])('sums the year up in plain words: %s', (_, options, digest) => {
    expect(articleOf(reportContent(options)).digest).toBe(digest)
  })
})

describe('the page to copy from', () => {
  it('shows article, counts and warnings, with text escaped', () => {
    const content = reportContent({ overview: '<img>', title: '<b>年报</b>&' })
    const $ = load(articlePage(articleOf(content)))
    expect($('html').attr('lang')).toBe('zh-CN')
    expect($('.phone h2').text()).toBe('<b>年报</b>&')
    expect($('.warnings li').length).toBe(1)
    expect($('[data-article]').html()).toContain('一、总体情况')
    expect($('button').text()).toBe('复制正文')
  })

  it('of a draft says so beside the article, and offers nothing to copy', () => {
    const content = reportContent()
    const $ = load(articlePage(articleOf(content), { draft: true }))
    expect($('.draft').text()).toBe('草稿，未发布')
    expect($('[data-article]').text()).not.toContain('草稿')
    expect($('script, button').length).toBe(0)
    expect(load(articlePage(articleOf(content)))('body').text()).not.toContain('草稿')
  })
})

function expectWithinLimits(article: Article) {
  expect(article.title.length).toBeGreaterThan(0)
  expect(article.title.length).toBeLessThanOrEqual(32)
  expect(article.author.length).toBeLessThanOrEqual(16)
  expect(article.digest.length).toBeLessThanOrEqual(120)
  expect(article.content.length).toBeLessThan(20_000)
  expect(Buffer.byteLength(article.content)).toBeLessThan(1_048_576)
  expect(Buffer.byteLength(article.contentSourceUrl)).toBeLessThanOrEqual(1024)
  expect(refusedMarkup(article.content)).toEqual([])
}

import { load } from 'cheerio'
import fc from 'fast-check'
import { describe, expect, it } from '@jest/globals'
import { formats } from '../../../src/formats/index.ts'
import { bareTableHtml } from '../../../src/publication/tableHtml.ts'
import type { ReportContent } from '../../../src/publication/types.ts'
import { yingqiu2020 } from '../../../src/sample/yingqiu2020.ts'
import { renderArticle } from '../../../src/wechat/article.ts'
import type { Article } from '../../../src/wechat/article.ts'
import { checkArticle } from '../../../src/wechat/checkArticle.ts'
import { inline } from '../../../src/wechat/inline.ts'
import { limitSources, wechatLimits } from '../../../src/wechat/limits.ts'
import { gridAttributes } from '../../../src/wechat/markup.ts'
import { importedContent } from '../../support/importedContent.ts'
import { crowdedTables, publicationOf, reportContent } from '../../support/publications.ts'
import type { ContentOptions } from '../../support/publications.ts'
import { fontSizes } from '../../support/wechatMarkup.ts'

const articleOf = (content: ReportContent, options = {}): Article =>
  renderArticle(publicationOf(content), { baseUrl: 'https://example.gov.cn', ...options })
const textOf = (html: string) => load(html, null, false).root().text()
const codesOf = ({ warnings }: Article) => warnings.map(({ code }) => code)

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
    for (const form of ['grid', 'phone']) {
      expect(checkArticle(articleOf(reportContent(options), { form }))).toEqual([])
    }
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
          expect(checkArticle(articleOf(reportContent({ overview, name, fill })))).toEqual([])
        },
      ),
      { numRuns: 30 },
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
      const [table = ''] = inline([bareTableHtml(content, 'applications', gridAttributes(10))])
      expect(table.length).toBeLessThan(3500)
      expect(articleOf(content).content).toContain(table)
    },
  )
})

describe('the sample', () => {
  it.each(['grid', 'phone'])('is one short article in the form %s', (form) => {
    const article = articleOf(importedContent(yingqiu2020), { form })
    expect(article.articles).toHaveLength(1)
    expect(article.content.length).toBeLessThan(12_000)
    expect(article.warnings).toEqual([])
    expect(checkArticle(article)).toEqual([])
  })
})

describe('the last check', () => {
  const { articles, limits } = articleOf(reportContent())
  const [part] = articles
  const check = (changes: object) =>
    checkArticle({ articles: [{ ...part!, ...changes }], limits }).map(({ message }) => message)

  it.each<[object, RegExp]>([
    [{ title: '' }, /没有标题/],
    [{ title: '题'.repeat(33) }, /标题有 33 字符，最多 32/],
    [{ author: '名'.repeat(17) }, /作者有 17 字符，最多 16/],
    [{ digest: '摘'.repeat(129) }, /摘要有 129 字符，最多 128/],
    [{ content: '字'.repeat(20_000) }, /正文（含标签）有 20000 字符，最多 19999/],
    [{ contentSourceUrl: 'a'.repeat(1025) }, /1025 字节，最多 1024/],
    [{ content: '<div>甲</div>' }, /<div>/],
    [{ content: '<p class="a">甲</p>' }, /class/],
    [{ content: '<p id="a" onclick="b()">甲</p>' }, /id/],
    [{ content: '<p style="position:fixed">甲</p>' }, /position:fixed/],
    [{ content: '<p style="width:calc(1px)">甲</p>' }, /calc/],
    [{ content: '<a href="https://a.cn">甲</a>' }, /<a>/],
    [{ content: '<script>1</script>' }, /<script>/],
    [{ content: '<img src="https://a.cn/qpic.cn">' }, /src https:/],
    [{ content: '<p alt="甲">甲</p>' }, /alt/],
  ])('finds %j', (changes, message) => {
    expect(check(changes)[0]).toMatch(message)
    expect(check({})).toEqual([])
  })

  it('counts the articles, and takes images of WeChat or as uploaded', () => {
    expect(checkArticle({ articles: [], limits })).toEqual([{ message: '共 0 篇，应为 1 至 8 篇' }])
    expect(checkArticle({ articles: Array(9).fill(part), limits })).toHaveLength(1)
    expect(check({ content: '<img src="https://mmbiz.qpic.cn/a" alt="">' })).toEqual([])
    const local = 'http://127.0.0.1/a'
    const articles = [{ ...part!, content: `<img src="${local}">` }]
    expect(checkArticle({ articles, limits })).toHaveLength(1)
    expect(checkArticle({ articles, limits }, { uploaded: new Set([local]) })).toEqual([])
  })

  it('has a source for every number', () => {
    expect(Object.keys(limitSources)).toEqual(Object.keys(wechatLimits))
    expect(Object.values(limitSources)).not.toContain('')
    expect(JSON.parse(JSON.stringify(wechatLimits))).toEqual(wechatLimits)
  })
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

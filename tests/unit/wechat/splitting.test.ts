import { load } from 'cheerio'
import fc from 'fast-check'
import { describe, expect, it } from '@jest/globals'
import type { PublishedSection, ReportContent } from '../../../src/publication/types.ts'
import { renderArticle, type Article } from '../../../src/wechat/article.ts'
import { checkArticle } from '../../../src/wechat/checkArticle.ts'
import { crowdedTables, publicationOf, reportContent, section } from '../../support/publications.ts'

const articleOf = (content: ReportContent, limits = {}): Article =>
  renderArticle(publicationOf(content), { baseUrl: 'https://example.gov.cn', limits })
const codesOf = ({ warnings }: Article) => warnings.map(({ code }) => code)
const textOf = (html: string) => load(html, null, false).root().text()
const textsOf = ({ articles }: Article) => articles.map(({ content }) => textOf(content))

/** Without the lines that articles of several have about themselves. */
const told = (article: Article) =>
  textsOf(article)
    .join('')
    .replace(/（共\d篇，本篇为第\d篇(，接上篇)?）|（未完，请看第\d篇）/g, '')

const paragraphs = (count: number, length = 300, name = '第'): string =>
  Array.from({ length: count }, (_, i) => `<p>${name}${i}段${'公'.repeat(length)}。</p>`).join('')

function withSection(content: ReportContent, key: string, html: string): ReportContent {
  const change = (part: PublishedSection) =>
    part.key === key ? { ...section(key, part.heading, html), table: part.table } : part
  return { ...content, sections: content.sections.map((part) => change(part)) }
}

describe('an article that is too long', () => {
  it.each([
    [19_999, []],
    [20_000, ['content.split']],
  ])('is split from 20,000 characters on: %i', (length, codes) => {
    const withText = (count: number) =>
      articleOf(reportContent({ overview: `<p>${'公'.repeat(count)}</p>`.repeat(2) }))
    const rest = length - withText(1).content.length + 1
    const overview = `<p>公</p><p>${'公'.repeat(rest)}</p>`
    expect(codesOf(articleOf(reportContent({ overview })))).toEqual(codes)
  })

  it('with all cells filled and 15,000 characters of text is told whole', () => {
    const tables = crowdedTables('2021')
    const article = articleOf(reportContent({ tables, overview: paragraphs(50) }))
    expect(checkArticle(article)).toEqual([])
    expect(codesOf(article)).toEqual(['content.split'])
    expect(article.articles).toHaveLength(2)
    expect(told(article).match(/公{300}/g)).toHaveLength(50)
    const tablesIn = article.articles.map(({ content }) => content).join('')
    expect(tablesIn.match(/<td[^>]*>1234567</g)).toHaveLength(200)
  })

  it('is split at the borders of sections, and each part says so', () => {
    const article = articleOf(
      withSection(reportContent({ overview: paragraphs(40) }), 'problems', paragraphs(40)),
    )
    const [first = '', second = ''] = textsOf(article)
    expect(article.articles).toHaveLength(2)
    expect(first).toMatch(/^（共2篇，本篇为第1篇）.*（未完，请看第2篇）$/s)
    expect(second).toMatch(/^（共2篇，本篇为第2篇，接上篇）五、/)
    expect(second).toMatch(/2022年1月20日$/)
    expect(first).not.toContain('2022年1月20日')
    expect(second).not.toContain('收到政府信息公开申请')
    const [one, two] = article.articles
    expect(one).toMatchObject({ title: '柳河镇人民政府2021年政府信息公开工作年度报告（1/2）' })
    expect(two?.digest).toBe(
      '柳河镇人民政府2021年政府信息公开工作年度报告：五、存在的主要问题及改进情况；六、其他需要报告的事项。',
    )
    const { title, author, digest, content, contentSourceUrl } = article
    expect(one).toEqual({ title, author, digest, content, contentSourceUrl })
    expect(article.warnings).toMatchObject([{ code: 'content.split', limit: 20_000 }])
    expect(article.warnings[0]?.message).toMatch(
      /^全文 \d+ 字符（含标签），须少于 20000：已分为 2 篇/,
    )
  })

  it('parts a section at its sub-sections when it is too long by itself', () => {
    const children = ['甲', '乙', '丙'].map((name, i) =>
      section(`overview.${i + 1}`, `（${i + 1}）${name}`, paragraphs(40, 300, name)),
    )
    const texts = textsOf(articleOf(reportContent({ overview: '', children })))
    expect(texts.map((text) => /^（共[^）]*）([^公]{4})/.exec(text)?.[1])).toEqual([
      '2021',
      '（2）乙',
      '（3）丙',
    ])
  })

  it('parts text at paragraphs, a paragraph at sentences', () => {
    const sentence = `${'公'.repeat(99)}。`
    const article = articleOf(
      reportContent({ overview: `<p>${sentence.repeat(250)}</p>`, children: [] }),
    )
    expect(codesOf(article)).toEqual(['content.split', 'content.paragraphsSplit'])
    expect(told(article)).toContain(sentence.repeat(250))
    for (const { content } of article.articles) {
      for (const [, text = ''] of content.matchAll(/<p>(公[^<]*)<\/p>/g)) {
        expect(text).toMatch(/。$/)
      }
    }
  })

  it('leaves out a sentence that no article can hold, with a note and a warning', () => {
    const article = articleOf(
      reportContent({ overview: `<p>甲。</p><p>${'公'.repeat(30_000)}</p><p>乙。</p>` }),
    )
    expect(checkArticle(article)).toEqual([])
    expect(codesOf(article)).toContain('content.piecesLeftOut')
    expect(told(article)).toMatch(/甲。（全文请点击“阅读原文”）乙。/)
  })

  it('leaves out a table that no article can hold', () => {
    const overview = `<table>${'<tr><td>一二三</td><td>四五六</td></tr>'.repeat(2000)}</table>`
    const article = articleOf(reportContent({ overview }))
    expect(checkArticle(article)).toEqual([])
    expect(article.warnings).toMatchObject([{ code: 'content.piecesLeftOut' }])
    expect(told(article)).toContain('（全文请点击“阅读原文”）')
  })

  it('takes the form for phones where eight are not enough, then cuts text from the end', () => {
    const limits = { content: 3500, articles: 2 }
    const short = articleOf(reportContent({ overview: paragraphs(4) }), limits)
    expect(codesOf(short)).toEqual(['content.tablesAsCards'])
    expect(told(short)).toContain('本年度依申请公开表各项数据均为 0。')
    const long = articleOf(reportContent({ overview: paragraphs(40) }), limits)
    expect(long.articles).toHaveLength(2)
    expect(checkArticle(long)).toEqual([])
    expect(codesOf(long)).toEqual(['content.tablesAsCards', 'content.textCut', 'content.split'])
    const kept = [...told(long).matchAll(/第(\d+)段/g)].map(([, n]) => Number(n))
    expect(kept.length).toBeGreaterThan(5)
    expect(kept).toEqual(kept.map((_, i) => i))
    expect(told(long)).toContain('六、其他需要报告的事项')
    expect(told(long)).toContain('（全文请点击“阅读原文”）')
  })

  it('survives limits too low for its own headings, and says so', () => {
    const article = articleOf(reportContent({ overview: paragraphs(10) }), {
      content: 700,
      articles: 1,
    })
    expect(checkArticle(article)).toEqual([])
    expect(codesOf(article)).toContain('content.partsDropped')
  })

  it('counts bytes too', () => {
    const article = articleOf(reportContent({ overview: paragraphs(30) }), { contentBytes: 20_000 })
    expect(checkArticle(article)).toEqual([])
    expect(article.warnings).toMatchObject([{ code: 'content.split', limit: 20_000 }])
  })

  it('keeps titles within 32 characters, and tells the full one once', () => {
    const name = '某某省某某市某某县某某乡人民政府'
    const article = articleOf(reportContent({ name, overview: paragraphs(70) }))
    expect(article.articles.map(({ title }) => title)).toEqual([
      '2021年政府信息公开工作年度报告（1/2）',
      '2021年政府信息公开工作年度报告（2/2）',
    ])
    expect(codesOf(article)).toContain('title.shortened')
    expect(told(article).split(`${name}2021年政府信息公开工作年度报告`)).toHaveLength(2)
  })

  it('tells all sentences and tables in their order, none of them cut, whatever they are', () => {
    const sentences = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 30 })
    const blocks = fc.array(fc.oneof(sentences, fc.integer({ min: 1, max: 200 })), {
      minLength: 1,
      maxLength: 25,
    })
    fc.assert(
      fc.property(blocks, blocks, (overview, problems) => {
        let number = 0
        const expected: string[] = []
        const htmlOf = (list: typeof overview) =>
          list
            .map((block) => {
              const tell = (text: string) => expected[expected.push(text) - 1]
              if (typeof block === 'number') {
                const cells = tell(`表${(number += 1)}${'数'.repeat(block)}`)
                return `<table><tr><td>${cells}</td></tr></table>`
              }
              const all = block.map((length) => tell(`句${(number += 1)}${'公'.repeat(length)}。`))
              return `<p>${all.join('')}</p>`
            })
            .join('')
        const content = withSection(
          reportContent({ overview: htmlOf(overview), children: [] }),
          'problems',
          htmlOf(problems),
        )
        const article = articleOf(content, { content: 9000 })
        fc.pre(article.articles.length <= 8 && !codesOf(article).includes('content.textCut'))
        expect(checkArticle(article)).toEqual([])
        const parts = textsOf(article)
        const found = parts.flatMap((text) => text.match(/句\d+公+。|表\d+数+/g) ?? [])
        expect(found).toEqual(expected)
        expect(article.articles.map(({ content }) => load(content)('table').length)).toEqual(
          article.articles.map(({ content }) => content.split('</table>').length - 1),
        )
      }),
      { numRuns: 25 },
    )
  })
})

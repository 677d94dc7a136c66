import { load } from 'cheerio'
import { describe, expect, it } from '@jest/globals'
import type { PublishedImage } from '../../../src/publication/images.ts'
import type { PublishedChart } from '../../../src/publication/types.ts'
import { renderArticle } from '../../../src/wechat/article.ts'
import { articlePage } from '../../../src/wechat/articlePage.ts'
import { articleToLookAt } from '../../../src/wechat/articleToLookAt.ts'
import { checkArticle } from '../../../src/wechat/checkArticle.ts'
import { publicationOf, reportContent } from '../../support/publications.ts'

const named = (letter: string, alt: string): PublishedImage => ({
  name: `${letter.repeat(64)}.png`,
  ...{ alt, width: 1080, height: 600 },
})
const chart = (key: PublishedChart['key'], letter: string): PublishedChart => ({
  key,
  ...named(letter, `图表 ${key}`),
})
const photo = named('a', '培训“现场”')
const charts = [chart('cover', 'b'), chart('applicants', 'c'), chart('outcomes', 'd')]
const overview = `<p>前<strong>文</strong></p><p><img src="images/${photo.name}" alt="x" width="9" height="9"></p><p>后文</p>`
const publication = publicationOf(
  { ...reportContent({ overview, children: [] }), images: [photo] },
  { charts },
)
const baseUrl = 'https://example.gov.cn'
const uploaded = (name: string) => `https://mmbiz.qpic.cn/${name[0]}?wx_fmt=png&a`

describe('the pictures of an article', () => {
  it('stand at their places where WeChat has them', () => {
    const article = renderArticle(publication, { baseUrl, uploaded })
    expect(checkArticle(article)).toEqual([])
    expect(article.warnings).toEqual([])
    const $ = load(article.content, null, false)
    const order = $('img, p, table')
      .toArray()
      .map((node) => $(node).attr('src') ?? (node.name === 'table' ? 'table' : $(node).text()))
    const at = (text: string) => order.findIndex((found) => found.includes(text))
    expect(at('qpic.cn/a')).toBe(at('前文') + 1)
    expect(at('后文')).toBe(at('前文') + 2)
    expect(order.slice(at('qpic.cn/c') - 1, at('qpic.cn/c') + 3)).toEqual([
      ...['table', uploaded('c'), uploaded('d')],
      '四、政府信息公开行政复议、行政诉讼情况',
    ])
    expect($('img').first().attr()).toEqual({
      src: uploaded('a'),
      alt: photo.alt,
      style: 'width:100%',
    })
    expect(at('qpic.cn/b')).toBe(-1)
  })

  it('are left out with a warning where it has not, and named in either case', () => {
    const article = renderArticle(publication, { baseUrl })
    expect(article.content).not.toContain('<img')
    expect(article.warnings).toMatchObject([{ code: 'content.imagesLeftOut', actual: 3 }])
    expect(article.images.map(({ alt }) => alt)).toEqual([
      ...['图表 applicants', '图表 outcomes'],
      photo.alt,
    ])
    expect(article.images[2]).toEqual({
      ...photo,
      url: `${baseUrl}/v1/reports/liuhe/2021/images/${photo.name}`,
    })
    expect(article.cover).toMatchObject({ alt: '图表 cover' })
  })

  it('of one that is uploaded and others that are not, are told apart', () => {
    const only = (name: string) => (name === photo.name ? uploaded(name) : undefined)
    const article = renderArticle(publication, { baseUrl, uploaded: only })
    expect(load(article.content)('img')).toHaveLength(1)
    expect(article.warnings).toMatchObject([{ actual: 2 }])
  })

  it.each(['javascript:alert(1)', 'data:image/png;base64,AA', ''])(
    'have no other addresses than of the web: %s',
    (address) => {
      const article = renderArticle(publication, { baseUrl, uploaded: () => address })
      expect(article.content).not.toContain('<img')
    },
  )

  it('are to be seen on the page to copy from, with links to insert them by hand', () => {
    const article = renderArticle(publication, { baseUrl })
    const page = load(articlePage(article, { shown: articleToLookAt(publication, { baseUrl }) }))
    expect(
      page('.phone img')
        .toArray()
        .map((node) => page(node).attr('src')),
    ).toEqual([article.images[2]?.url, article.images[0]?.url, article.images[1]?.url])
    expect(page('.facts a[download]')).toHaveLength(4)
  })
})

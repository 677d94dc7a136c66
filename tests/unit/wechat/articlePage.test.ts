import { load } from 'cheerio'
import { describe, expect, it } from '@jest/globals'
import { renderArticle } from '../../../src/wechat/article.ts'
import { articlePage, articlePagePolicyFor } from '../../../src/wechat/articlePage.ts'
import { publicationOf, reportContent, type ContentOptions } from '../../support/publications.ts'

const articleOf = (options: ContentOptions = {}) =>
  renderArticle(publicationOf(reportContent(options)), { baseUrl: 'https://example.gov.cn' })

describe('the page to copy from', () => {
  it('shows article, counts and warnings, with text escaped', () => {
    const $ = load(articlePage(articleOf({ overview: '<img>', title: '<b>年报</b>&' })))
    expect($('html').attr('lang')).toBe('zh-CN')
    expect($('.phone h2').text()).toBe('<b>年报</b>&')
    expect($('.warnings li').length).toBe(1)
    expect($('[data-article]').html()).toContain('一、总体情况')
    expect($('button').text()).toBe('复制正文')
  })

  it('shows all parts, each with its title, counts and button', () => {
    const article = articleOf({ overview: `<p>${'公'.repeat(400)}。</p>`.repeat(80) })
    const $ = load(articlePage(article))
    expect($('[data-part]')).toHaveLength(article.articles.length)
    expect(
      $('.phone h2')
        .toArray()
        .map((node) => $(node).text()),
    ).toEqual(article.articles.map(({ title }) => title))
    expect(
      $('button')
        .toArray()
        .map((node) => $(node).text()),
    ).toEqual(article.articles.map((_, i) => `复制第 ${i + 1} 篇正文`))
    expect($('.warnings')).toHaveLength(1)
  })

  it('of a draft says so beside the article, and offers nothing to copy', () => {
    const $ = load(articlePage(articleOf(), { draft: true }))
    expect($('.draft').text()).toBe('草稿，未发布')
    expect($('[data-article]').text()).not.toContain('草稿')
    expect($('[data-article] [tabindex=0]').length).toBeGreaterThan(0)
    expect($('script, button').length).toBe(0)
    expect(load(articlePage(articleOf()))('body').text()).not.toContain('草稿')
  })

  it('may show the pictures of its site, and run its one script', () => {
    const policy = articlePagePolicyFor('https://example.gov.cn/path/')
    expect(policy).toContain("img-src 'self' https://example.gov.cn;")
    expect(policy).toMatch(/script-src 'sha256-[^']+';/)
    expect(articlePagePolicyFor('not a url')).toContain("img-src 'self';")
  })
})

import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { formatOf } from '../../src/formats/index.ts'
import { chartsOf, publishedChart } from '../../src/publication/charts/chartsOf.ts'
import { cellsOf } from '../../src/publication/publishedCells.ts'
import { yingqiu2020 } from '../../src/sample/yingqiu2020.ts'
import { renderArticle } from '../../src/wechat/article.ts'
import { articlePage, articlePagePolicyFor } from '../../src/wechat/articlePage.ts'
import { articleToLookAt } from '../../src/wechat/articleToLookAt.ts'
import { balancedTables, variedLeaf } from '../support/balancedTables.ts'
import { describeWithBrowser, launchBrowser } from '../support/browser.ts'
import { importedContent } from '../support/importedContent.ts'
import { crowdedTables, publicationOf, reportContent } from '../support/publications.ts'

const baseUrl = 'https://example.gov.cn'
const endless = `<p>${'a'.repeat(300)}</p><table><tr><td>${'9'.repeat(80)}</td></tr></table>`
const reports = {
  'the sample': importedContent(yingqiu2020),
  'all cells filled': reportContent({ tables: balancedTables(formatOf('2021'), variedLeaf(3)) }),
  'large numbers, and words without an end': reportContent({
    tables: crowdedTables('2021'),
    overview: endless,
  }),
}

describeWithBrowser('an article on a phone', () => {
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    browser = await launchBrowser()
    page = await browser.newPage({ viewport: { width: 375, height: 812 } })
  })
  afterAll(() => browser?.close())

  const cases = Object.entries(reports).flatMap(([name, content]) =>
    (['grid', 'phone'] as const).map((form) => ({ name, content, form })),
  )

  it.each(cases)('is legible and does not slide: $name, $form', async ({ content, form }) => {
    const charts = await chartsOf({ ...content, read: cellsOf(content) })
    const bytes = new Map(charts.map(({ name, data }) => [name, data.toString('base64')]))
    const publication = publicationOf(content, { charts: charts.map(publishedChart) })
    const uploaded = (name: string) => `https://mmbiz.qpic.cn/${name}`
    const { articles } = renderArticle(publication, { baseUrl, form, uploaded })
    await page.route('https://mmbiz.qpic.cn/**', (route) => {
      const data = bytes.get(route.request().url().split('/').at(-1) ?? '')
      return route.fulfill({ contentType: 'image/png', body: Buffer.from(data ?? '', 'base64') })
    })
    for (const { content } of articles) {
      await page.setContent(inWechat(content), { waitUntil: 'load' })
      const { width, sizes, wideTables } = await page.evaluate(measure)
      expect(width).toBe(375)
      expect(sizes.text).toBeGreaterThanOrEqual(15)
      expect(sizes.table).toBeGreaterThanOrEqual(12)
      if (form === 'phone' && content.includes('依申请公开表')) expect(wideTables).toBe(0)
    }
  })

  it('is shown on the page to copy from without sliding it', async () => {
    const article = renderArticle(publicationOf(reports['the sample']), { baseUrl })
    await page.setContent(articlePage(article))
    expect((await page.evaluate(measure)).width).toBe(375)
  })

  it('is copied without its pictures, which the page shows', async () => {
    const content = reports['all cells filled']
    const charts = await chartsOf({ ...content, read: cellsOf(content) })
    const publication = publicationOf(content, { charts: charts.map(publishedChart) })
    const html = articlePage(renderArticle(publication, { baseUrl }), {
      shown: articleToLookAt(publication, { baseUrl }),
    })
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
    const visit = await context.newPage()
    await visit.route(`${baseUrl}/**`, (route) => {
      const chart = charts.find(({ name }) => route.request().url().endsWith(name))
      return route.fulfill(
        chart
          ? { contentType: 'image/png', body: chart.data }
          : {
              contentType: 'text/html; charset=utf-8',
              headers: { 'Content-Security-Policy': articlePagePolicyFor(baseUrl) },
              body: html,
            },
      )
    })
    await visit.goto(`${baseUrl}/article`, { waitUntil: 'load' })
    expect(await visit.locator('.phone img').evaluateAll(widths)).toEqual([1080, 1080])
    await visit.getByRole('button', { name: '复制正文' }).click()
    await visit.getByText('已复制').waitFor()
    const copied = await visit.evaluate(readClipboard)
    expect(copied).toContain('一、总体情况')
    expect(copied).not.toContain('<img')
    await context.close()
  })
})

/** As a 公众号 frames an article: margins of 16 at both sides, none around paragraphs. */
const inWechat = (content: string): string =>
  `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<style>body{margin:0;padding:0 16px}p{margin:0}</style>${content}`

/** In the page: its width, the smallest letters outside and inside tables, and tables that slide. */
function measure() {
  const sizes = { text: Infinity, table: Infinity }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement
    if (!parent || !walker.currentNode.textContent?.trim()) continue
    const size = parseFloat(getComputedStyle(parent).fontSize)
    const place = parent.closest('table') ? 'table' : 'text'
    sizes[place] = Math.min(sizes[place], size)
  }
  const tables = [...document.querySelectorAll('table')]
  const wideTables = tables.filter(
    (table) => table.offsetWidth > 343 && !/9{80}/.test(table.innerText),
  )
  const width = document.documentElement.scrollWidth
  return { width, sizes, wideTables: wideTables.length }
}

/** In the page: how wide pictures are that were loaded. */
const widths = (images: Element[]): number[] =>
  images.map((image) => (image as HTMLImageElement).naturalWidth)

/** In the page. */
async function readClipboard(): Promise<string> {
  const [item] = await navigator.clipboard.read()
  const blob = await item?.getType('text/html')
  return (await blob?.text()) ?? ''
}

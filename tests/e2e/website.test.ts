import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import os from 'node:os'
import path from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { everyAccessibilityProblem } from '../support/axe.ts'
import { describeWithBrowser, launchBrowser } from '../support/browser.ts'
import { countyReport } from '../support/publishedYears.ts'
import { publicationOf } from '../support/publications.ts'
import { startApi, type StandInApi } from '../support/standInApi.ts'
import { startServer, startWithinMs, type RunningServer } from '../support/server.ts'

const report = '/reports/shili/2023'
const pages = {
  home: '/',
  organ: '/organizations/shili',
  report,
  'report of zeros': '/reports/baiyun/2022',
  search: '/search?q=2023',
  'not there': '/reports/shili/1999',
}
const widths = [375, 768, 1440]

/** A visitor, and all that goes wrong: requests elsewhere, refusals by the policy, errors. */
interface Visitor {
  page: Page
  context: BrowserContext
  wrongs: string[]
}

async function visit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({ locale: 'zh-CN', baseURL: url, ...options })
  const wrongs: string[] = []
  context.on('request', (request) => {
    if (!request.url().startsWith(`${url}/`)) wrongs.push(`asks for ${request.url()}`)
  })
  const page = await context.newPage()
  page.on('console', (message) => wrongs.push(`says ${message.text()}`))
  page.on('pageerror', (error) => wrongs.push(String(error)))
  return { page, context, wrongs }
}

const width = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)

describeWithBrowser('the website', () => {
  let api: StandInApi
  let server: RunningServer
  let browser: Browser

  beforeAll(async () => {
    api = await startApi()
    server = await startServer({ SITE_API_URL: api.url, SITE_ID_CODE: '3700000001' })
    browser = await launchBrowser()
  }, startWithinMs)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await api?.stop()
  })

  const views = [
    ...widths.flatMap((wide) => ['', 'large'].map((look) => ({ wide, look }))),
    { wide: 768, look: 'large.high' },
  ]

  it.each(views)(
    'is accessible on every page at $wide px, in the look "$look", and asks for nothing elsewhere',
    async ({ wide, look }) => {
      const viewport = { width: wide, height: 800 }
      const { page, context, wrongs } = await visit(browser, server.url, { viewport })
      await context.addCookies([{ name: 'display', value: look, url: server.url }])
      for (const [name, address] of Object.entries(pages)) {
        const answer = await page.goto(address, { waitUntil: 'networkidle' })
        expect(await answer?.headerValue('content-security-policy')).toContain("default-src 'none'")
        expect([name, await everyAccessibilityProblem(page)]).toEqual([name, []])
        expect([name, await width(page)]).toEqual([name, wide])
        const file = `website-${name}-${wide}-${look || 'usual'}.png`.replaceAll(' ', '-')
        await page.screenshot({ path: path.join(os.tmpdir(), file), fullPage: true })
      }
      // The browser itself says that one page answered 404.
      expect(wrongs.filter((wrong) => !wrong.includes('404'))).toEqual([])
      await context.close()
    },
    240_000,
  )

  it('has letters in its drawings that can be read at every width', async () => {
    for (const [wide, look, least] of [
      [375, '', 13],
      [375, 'large', 18],
      [768, '', 14],
      [768, 'large', 20],
      [1440, '', 13],
      [1440, 'large', 20],
    ] as const) {
      const viewport = { width: wide, height: 800 }
      const { page, context } = await visit(browser, server.url, { viewport })
      await context.addCookies([{ name: 'display', value: look, url: server.url }])
      await page.goto(report)
      const drawings = await page.locator('svg.drawing:visible').evaluateAll((all) =>
        all.map((svg) => {
          const drawn = Number(svg.getAttribute('viewBox')?.split(' ')[2])
          const scale = svg.getBoundingClientRect().width / drawn
          return Number(svg.getAttribute('font-size')) * scale
        }),
      )
      expect(drawings).toHaveLength(5)
      expect([wide, look, Math.min(...drawings) >= least]).toEqual([wide, look, true])
      await context.close()
    }
  }, 60_000)

  describe('without JavaScript', () => {
    let visitor: Visitor

    beforeAll(async () => {
      visitor = await visit(browser, server.url, {
        javaScriptEnabled: false,
        viewport: { width: 375, height: 800 },
      })
    })
    afterAll(() => visitor?.context.close())

    it('is read, searched and unfolded', async () => {
      const { page } = visitor
      await page.goto('/')
      await page.getByRole('searchbox').fill('柳河')
      await page.getByRole('button', { name: '搜索' }).click()
      await page.getByRole('link', { name: /柳河镇人民政府2023年/ }).click()
      await page.getByRole('heading', { level: 1, name: /柳河镇人民政府/ }).waitFor()
      const table = page.getByRole('region', { name: /申请办理结果/ })
      expect(await table.isVisible()).toBe(false)
      await page.getByText('数据表：申请办理结果').click()
      expect(await table.isVisible()).toBe(true)
      await page.getByRole('link', { name: /2024年度报告/ }).click()
      await page.waitForURL('**/reports/liuhe/2024')
    })

    it('is set in large type, which stays until it is taken back', async () => {
      const { page } = visitor
      await page.goto(report)
      const letters = () =>
        page.locator('h1').evaluate((h1) => parseFloat(getComputedStyle(h1).fontSize))
      const usual = await letters()
      await page.getByRole('button', { name: '大字版' }).click()
      await page.waitForURL(`**${report}`)
      expect(await letters()).toBeGreaterThan(usual * 1.25)
      await page.goto('/organizations/shili')
      expect(await page.getByRole('button', { name: '大字版' }).isVisible()).toBe(false)
      await page.getByRole('button', { name: '高对比度' }).click()
      await page.getByRole('button', { name: '标准对比度' }).waitFor()
      await page.getByRole('button', { name: '标准字号' }).click()
      await page.goto(report)
      expect(await letters()).toBe(usual)
    })
  })

  it('is reached by keyboard in the order in which it is read', async () => {
    const { page, context } = await visit(browser, server.url, {
      viewport: { width: 375, height: 800 },
    })
    await page.goto(report)
    const reached: string[] = []
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press('Tab')
      const at = await page.evaluate(() => {
        const focused = document.activeElement
        if (!focused || focused === document.body) return undefined
        const { top } = focused.getBoundingClientRect()
        const outline = getComputedStyle(focused).outlineStyle
        const name = focused.getAttribute('aria-label') ?? focused.textContent ?? ''
        return { name: name.trim().slice(0, 20), y: top + scrollY, outline }
      })
      if (!at) break
      expect([at.name, at.outline]).toEqual([at.name, 'solid'])
      reached.push(at.name)
    }
    expect(reached[0]).toBe('跳到正文')
    const marks = [
      '大字版',
      '信息索引',
      '数据表：申请办理结果',
      '一、总体情况',
      '主动公开表',
      '依申请公开表',
    ]
    const places = marks.map((mark) => reached.indexOf(mark))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    await context.close()
  }, 60_000)

  it('slides a wide table within its frame, by keyboard as well', async () => {
    const { page, context } = await visit(browser, server.url, {
      viewport: { width: 375, height: 800 },
    })
    await page.goto(report)
    const frame = page.getByRole('region', { name: '依申请公开表', exact: true })
    await frame.focus()
    for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowRight')
    await page.waitForFunction(() =>
      [...document.querySelectorAll('.statutory')].some(({ scrollLeft }) => scrollLeft > 0),
    )
    expect(await width(page)).toBe(375)
    await context.close()
  })

  it('shows every change whole at 375 px: a number cut off would read as another', async () => {
    const { page, context } = await visit(browser, server.url, {
      viewport: { width: 375, height: 800 },
    })
    await page.goto(report)
    await page.getByText('办理结果和主动公开的比较').click()
    const sizes = await page
      .locator('.last-year .frame')
      .evaluateAll((frames) =>
        frames.map(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth]),
      )
    expect(sizes).toHaveLength(2)
    for (const [needed, shown] of sizes) expect(needed).toBe(shown)
    await context.close()
  })

  it('skips to the text', async () => {
    const { page, context } = await visit(browser, server.url)
    await page.goto(report)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
    await context.close()
  })

  it('prints as the official document, on A4, with the pictures behind it', async () => {
    const { page, context } = await visit(browser, server.url)
    await page.goto(report)
    const pdf = await page.pdf({ preferCSSPageSize: true })
    const text = pdf.toString('latin1')
    expect(text).toMatch(/\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/)
    await page.emulateMedia({ media: 'print' })
    const shown = async (selector: string) => page.locator(selector).first().isVisible()
    expect(await shown('.masthead')).toBe(false)
    expect(await shown('.contents')).toBe(false)
    expect(await shown('.statutory table')).toBe(true)
    const top = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => element.getBoundingClientRect().top)
    expect(await top('.overview')).toBeGreaterThan(await top('.signature'))
    await context.close()
  })

  it('shows a withdrawal at once to whoever reads the page again', async () => {
    const { page, context } = await visit(browser, server.url)
    const address = '/reports/shili/2018'
    api.store.publish(publicationOf(countyReport(2018)))
    api.delivery.forget('shili', 2018)
    expect((await page.goto(address))?.status()).toBe(200)
    api.store.withdraw('shili', 2018)
    api.delivery.forget('shili', 2018)
    expect((await page.reload())?.status()).toBe(410)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('内容已撤回')
    await context.close()
  })

  it.each(['br', 'gzip'])('sends pages and style compressed with %s', async (coding) => {
    for (const address of [report, '/']) {
      const answer = await fetch(server.url + address, { headers: { 'Accept-Encoding': coding } })
      expect([address, answer.headers.get('content-encoding')]).toEqual([address, coding])
      expect(answer.headers.get('vary')).toContain('Accept-Encoding')
      expect(await answer.text()).toMatch(/^<!doctype html>[^]*<\/html>\n$/)
    }
  })

  it('answers 4xx, never 500, to addresses that make no sense', async () => {
    for (const address of [
      '/reports/%/2023',
      '/reports/%E6%9F%B3/2023',
      '/search?q=%00',
      '/a/b/c',
    ]) {
      const { status } = await fetch(server.url + address)
      expect([address, status >= 400 && status < 500]).toEqual([address, true])
    }
  })
})

describe('the website of the product as it starts', () => {
  let server: RunningServer

  beforeAll(async () => {
    server = await startServer()
  }, startWithinMs)
  afterAll(() => server?.stop())

  it('shows the sample report, and not the draft beside it', async () => {
    const home = await (await fetch(server.url)).text()
    expect(home).toContain('营丘镇人民政府2020年政府信息公开工作年度报告')
    expect(home).not.toContain('2021年政府信息公开')
    const page = await fetch(`${server.url}/reports/yingqiu/2020`)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('古都营丘')
    expect((await fetch(`${server.url}/reports/yingqiu/2021`)).status).toBe(404)
  })

  it('is beside the admin, whose pages keep their own look', async () => {
    const admin = await fetch(`${server.url}/admin/login`)
    expect(admin.status).toBe(200)
    expect(await admin.text()).not.toContain('/assets/site.')
  })
})

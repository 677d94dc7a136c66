import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { accessibilityProblems } from '../support/axe.ts'
import { describeWithBrowser, launchBrowser, signIn, type Visit } from '../support/browser.ts'
import { startServer, startWithinMs, type RunningServer } from '../support/server.ts'

const tabs = ['概览', '数据表格', '正文与渠道', '基本信息', '预览']

describeWithBrowser('the admin for people who do not see or do not use a mouse', () => {
  let server: RunningServer
  let browser: Browser
  let editor: Visit

  beforeAll(async () => {
    server = await startServer()
    browser = await launchBrowser()
    editor = await signIn(browser, server, 'editor@demo.example')
  }, startWithinMs + 60_000)

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  /** What appears late is looked at too. */
  const expectNoProblems = async () => {
    await editor.page.waitForLoadState('networkidle')
    await editor.page.getByText('正在生成预览…').first().waitFor({ state: 'hidden' })
    expect(await accessibilityProblems(editor.page)).toEqual([])
  }

  it.each([
    ['the dashboard', '/admin'],
    ['the list of reports', '/admin/collections/reports'],
    ['a new report', '/admin/collections/reports/create'],
  ])('has nothing serious to find on %s', async (_, address) => {
    await editor.page.goto(server.url + address)
    await expectNoProblems()
  })

  it('shows on the dashboard where the keyboard is, and names all that it reaches', async () => {
    const { page } = editor
    await page.goto(`${server.url}/admin`)
    await page.waitForLoadState('networkidle')
    await page.getByRole('button', { name: /^开始编制/ }).focus()
    await page.keyboard.press('Tab')
    const link = page.locator('a:focus').filter({ hasText: '营丘镇人民政府2021年' })
    await link.waitFor()
    expect(await link.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid')
    await page.getByRole('link', { name: '创建新的 年度报告' }).waitFor()
  })

  it('has nothing serious to find on any tab of a report', async () => {
    const { page } = editor
    await page.goto(`${server.url}/admin/collections/reports`)
    await page.getByRole('link', { name: /营丘镇人民政府2021年/ }).click()
    for (const name of tabs) {
      await page.getByRole('tab', { name }).click()
      await expectNoProblems()
    }
  })

  it('opens the tabs of a report by keyboard', async () => {
    const { page } = editor
    await page.getByRole('tab', { name: '概览' }).focus()
    await page.keyboard.press('ArrowRight')
    const tables = page.getByRole('tab', { name: '数据表格' })
    expect(await tables.getAttribute('aria-selected')).toBe('true')
    expect(await tables.evaluate((tab) => tab === document.activeElement)).toBe(true)
    await page.keyboard.press('End')
    expect(await page.getByRole('tabpanel').getAttribute('aria-labelledby')).toBe(
      'desk-tab-preview',
    )
  })
})

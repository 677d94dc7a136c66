import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Browser, FrameLocator, Page } from 'playwright-core'
import { accessibilityProblems } from '../support/axe.ts'
import { describeWithBrowser, launchBrowser, signIn, type Visit } from '../support/browser.ts'
import { startServer, startWithinMs, type RunningServer } from '../support/server.ts'
import { startStandIn, type StandIn } from '../support/wechatStandIn.ts'

const title = '营丘镇人民政府2020年政府信息公开工作年度报告'
const link = 'https://mp.weixin.qq.com/s/AbCdEf'

describeWithBrowser('the page of the WeChat team', () => {
  let wechat: StandIn
  let server: RunningServer
  let browser: Browser
  let team: Visit
  let editor: Visit

  beforeAll(async () => {
    wechat = await startStandIn()
    server = await startServer({
      WECHAT_API_BASE: wechat.url,
      [`WECHAT_SECRET_${wechat.appId}`]: wechat.secret,
    })
    browser = await launchBrowser()
    team = await signIn(browser, server, 'wechat@demo.example')
    editor = await signIn(browser, server, 'editor@demo.example')
  }, startWithinMs + 60_000)

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await wechat?.stop()
  })

  const article = (page: Page): FrameLocator => page.frameLocator('iframe')

  it('leads from the first page to the article, and shows it as a phone does', async () => {
    const { page } = team
    await page.goto(`${server.url}/admin/articles`)
    await page
      .getByRole('row', { name: new RegExp(title) })
      .getByText('复制或推送文章')
      .waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await team.shootForGuide('articles')
    await page.goto(`${server.url}/admin`)
    await page.getByRole('region', { name: '待发的公众号文章' }).getByText(title).click()
    await article(page).getByRole('button', { name: '复制正文' }).first().waitFor()
    const phone = article(page).locator('.phone').first()
    expect((await phone.boundingBox())?.width).toBe(375)
    expect(await accessibilityProblems(page)).toEqual([])
    await team.shootForGuide('article')
  })

  it('puts the article on the clipboard as rich text, without pictures or attributes of ours', async () => {
    const { page } = team
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await article(page).getByRole('button', { name: '复制正文' }).first().click()
    await article(page).getByText('已复制').first().waitFor()
    const html = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read()
      return (await item?.getType('text/html'))?.text()
    })
    expect(html).toContain('一、总体情况')
    expect(html).toContain('<table')
    expect(html).not.toMatch(/<img|<script|class=|tabindex|aria-/)
  })

  it('says that an account without an AppID takes copies, and pushes once it has one', async () => {
    const { page } = team
    await page.getByText('这个公众号没有填写 AppID').waitFor()
    const { docs } = await (
      await editor.page.request.get(`${server.url}/api/channels?where[kind][equals]=wechat`)
    ).json()
    await editor.page.goto(`${server.url}/admin/collections/channels/${docs[0].id}`)
    const field = editor.page.getByLabel('开发者 ID（AppID）')
    await field.fill('不对')
    await editor.page.getByRole('button', { name: '保存' }).click()
    await editor.page.getByText('AppID 应为 wx 开头').first().waitFor()
    await field.fill(wechat.appId)
    await editor.page.getByRole('button', { name: '保存' }).click()
    await editor.page.getByText('更新成功').first().waitFor()

    await page.reload()
    await page.getByRole('button', { name: '试运行' }).click()
    await page.getByText('试运行：可以推送。').waitFor()
    expect(wechat.calls).toEqual([])
    await page.getByRole('button', { name: '推送到草稿箱' }).click()
    await page.getByText('已进草稿箱').waitFor({ timeout: 60_000 })
    expect(wechat.drafts).toHaveLength(1)
    expect(wechat.drafts[0]?.articles[0]).toMatchObject({ title })
    expect(wechat.filtered).toEqual([])
    expect(await page.getByRole('button', { name: '推送到草稿箱' }).count()).toBe(0)
    expect(await accessibilityProblems(page)).toEqual([])
  })

  it('takes down where the article stands, by keyboard, and says when it is stale', async () => {
    const { page } = team
    const field = page.getByLabel('文章在微信中的链接')
    await field.fill('https://example.com/')
    await page.keyboard.press('Enter')
    await page.getByText('以 https://mp.weixin.qq.com/ 开头').waitFor()
    await field.fill(link)
    await page.keyboard.press('Enter')
    await page.getByText('下一步：已完成').waitFor()
    await page.goto(`${server.url}/admin`)
    await page.getByText('没有待办').waitFor()

    const reviewer = await signIn(browser, server, 'reviewer@demo.example')
    const { request } = reviewer.page
    const { docs } = await (
      await request.get(`${server.url}/api/reports?where[year][equals]=2020&depth=0`)
    ).json()
    const verb = (name: string) =>
      request.post(`${server.url}/api/reports/${docs[0].id}/${name}`, { data: { comment: '有误' } })
    expect((await verb('withdraw')).status()).toBe(200)
    await page.reload()
    await page.getByRole('region', { name: '待发的公众号文章' }).getByText(title).click()
    await page.getByText('下一步：在微信中删除旧文章，再登记删除').waitFor()
    expect(await page.locator('iframe').count()).toBe(0)
    await page.getByRole('button', { name: '文章已在微信中删除' }).click()
    await page.getByText('报告已撤回，无须处理').waitFor()
  })

  it('shows nothing of it to strangers', async () => {
    const context = await browser.newContext({ locale: 'zh-CN' })
    const page = await context.newPage()
    await page.goto(`${server.url}/admin/articles`)
    await page.waitForURL(/\/admin\/login/)
    await context.close()
  })
})

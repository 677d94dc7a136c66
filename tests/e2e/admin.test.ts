import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser, FileChooser } from 'playwright-core'
import { describeWithBrowser, launchBrowser, signIn, type Visit } from '../support/browser.ts'
import { startServer, startWithinMs, type RunningServer } from '../support/server.ts'

const title = '营丘镇人民政府2021年政府信息公开工作年度报告'

describeWithBrowser('the admin in a browser', () => {
  let folder: string
  let server: RunningServer
  let browser: Browser
  let editor: Visit
  let reviewer: Visit

  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'gongkai-admin-'))
    server = await startServer()
    browser = await launchBrowser()
    editor = await signIn(browser, server, 'editor@demo.example')
    reviewer = await signIn(browser, server, 'reviewer@demo.example')
  }, startWithinMs + 60_000)

  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
    expect(await server?.stop()).toBe(0)
  })

  const openReport = async ({ page }: Visit) => {
    // The list settles its own address first, and a click before that can be lost.
    await page.goto(`${server.url}/admin/collections/reports`, { waitUntil: 'networkidle' })
    await page.getByRole('link', { name: title }).click()
    const workbench = page.getByRole('region', { name: '报告工作台' })
    await workbench.getByText('共 42 条勾稽关系').waitFor()
    return workbench
  }

  const openTab = ({ page }: Visit, name: string) =>
    page.getByRole('tab', { name: new RegExp(`^${name}`) }).click()

  const publicStatus = async () => (await fetch(`${server.url}/v1/reports/yingqiu/2021`)).status

  it('speaks Chinese', async () => {
    await editor.page.goto(`${server.url}/admin`)
    await editor.page.getByRole('heading', { name: '年度报告', exact: true }).first().waitFor()
    await editor.page.getByRole('heading', { name: '本机关的年度报告' }).waitFor()
    await editor.page.getByRole('button', { name: /^开始编制\d{4}年度报告$/ }).waitFor()
    expect(await editor.page.locator('html').getAttribute('lang')).toBe('zh')
    await editor.shootForGuide('dashboard')
  })

  it('shows an editor where the draft stands, without the buttons of a reviewer', async () => {
    const workbench = await openReport(editor)
    expect(await workbench.innerText()).toContain('编制中')
    expect(await workbench.innerText()).toContain('勾稽平衡')
    expect(await workbench.getByRole('button', { name: '发布' }).count()).toBe(0)
    const checklist = workbench.getByRole('region', { name: '送审清单' })
    expect(await checklist.innerText()).toContain('可以送审')
    await checklist.getByRole('button', { name: '去完成：落款日期' }).click()
    await editor.page.getByRole('tab', { name: '基本信息', selected: true }).waitFor()
    await openTab(editor, '概览')
    await editor.shootForGuide('workbench-editor')
  })

  it('shows the draft as the official document and as the article, before anything is public', async () => {
    const { page, shootForGuide } = editor
    await openReport(editor)
    await openTab(editor, '预览')
    const frame = (name: string) => page.frameLocator(`iframe[title*="${name}"]`)
    for (const name of ['正式文本', '公众号文章']) {
      await frame(name).getByText('草稿，未发布').waitFor()
      await frame(name).getByText('二、主动公开政府信息情况').first().waitFor()
    }
    const official = frame('正式文本')
    await official.getByRole('columnheader', { name: '法人或其他组织' }).waitFor()
    await shootForGuide('preview')
    expect(await publicStatus()).toBe(404)

    // What is saved is shown without being asked for.
    await openTab(editor, '正文与渠道')
    await page.getByRole('button', { name: '引言' }).click()
    await page.getByRole('textbox', { name: '引言' }).fill('预览所见的引言')
    await page.locator('#action-save').click()
    await openTab(editor, '预览')
    await official.getByText('预览所见的引言').waitFor()
  })

  it('lets an editor submit, and a reviewer return with a comment on a cell', async () => {
    const submitting = await openReport(editor)
    await submitting.getByRole('button', { name: '送审', exact: true }).click()
    await submitting.getByRole('button', { name: '确认送审' }).click()
    await submitting.getByText('报告正在审核').waitFor()

    await reviewer.page.goto(`${server.url}/admin`)
    const waiting = reviewer.page.getByRole('region', { name: '待我审核' })
    await reviewer.shoot('dashboard-reviewer')
    await waiting.getByRole('link', { name: title }).click()
    const reviewing = reviewer.page.getByRole('region', { name: '报告工作台' })
    await reviewing.getByRole('button', { name: '退回', exact: true }).click()
    await reviewing.getByLabel('退回意见').fill('示例：请核对')
    await reviewing.getByLabel('列', { exact: true }).selectOption('总计')
    await reviewing.getByLabel('对该单元格的意见').fill('示例：与台账不一致')
    await reviewing.getByRole('button', { name: '添加这条意见' }).click()
    await reviewer.shoot('return')
    await reviewing.getByRole('button', { name: '确认退回' }).click()
    await reviewing.getByText('编制中').waitFor()

    const returned = (await openReport(editor)).getByRole('region', { name: '退回意见' })
    expect(await returned.innerText()).toContain('示例：请核对')
    expect(await returned.innerText()).toContain('“总计”列：示例：与台账不一致')
    await editor.shootForGuide('returned')
    await returned.getByRole('button', { name: /^定位到/ }).click()
    await editor.page.getByRole('tab', { name: /^数据表格/, selected: true }).waitFor()
  })

  it('narrows the list of reports by what is wanted daily', async () => {
    const { page } = editor
    await page.goto(`${server.url}/admin/collections/reports`)
    const link = page.getByRole('link', { name: title })
    await link.waitFor()
    await page.getByLabel('年度', { exact: true }).selectOption('2020')
    await link.waitFor({ state: 'detached' })
    expect(decodeURIComponent(page.url())).toContain('[year][equals]=2020')
    await page.getByLabel('年度', { exact: true }).selectOption('2021')
    await page.getByLabel('阶段', { exact: true }).selectOption('编制中')
    await link.waitFor()
    await editor.shootForGuide('list-filtered')
    await page.getByRole('button', { name: '清除筛选' }).click()
    await page.getByRole('link', { name: '营丘镇人民政府2020年' }).waitFor()
    // The button cannot be pressed any more, and must not take the focus with it.
    await page
      .locator('select:focus')
      .and(page.getByLabel('年度', { exact: true }))
      .waitFor()
  })

  it('lets a reviewer publish, withdraw and correct from the Workbench', async () => {
    const { page, shoot } = reviewer
    const workbench = await openReport(reviewer)
    await workbench.getByRole('button', { name: '发布', exact: true }).click()
    await shoot('publish-confirm')
    expect(await publicStatus()).toBe(404)
    await workbench.getByRole('button', { name: '确认发布' }).click()
    await workbench.getByText('公开的是第 1 版').waitFor()
    await shoot('published')
    expect(await publicStatus()).toBe(200)
    const address = await workbench
      .getByRole('link', { name: /公众号文章预览/ })
      .getAttribute('href')
    const preview = await fetch(`${server.url}${address}`)
    expect(preview.status).toBe(200)
    expect(preview.headers.get('content-type')).toContain('text/html')

    await workbench.getByRole('button', { name: '撤回', exact: true }).click()
    await workbench.getByRole('button', { name: '确认撤回' }).click()
    await workbench.getByRole('alert').filter({ hasText: '请填写撤回原因' }).waitFor()
    await workbench.getByLabel('撤回原因').fill('示例：数据待核实')
    await workbench.getByRole('button', { name: '确认撤回' }).click()
    await workbench.getByText('第 1 版已撤回').waitFor()
    expect(await publicStatus()).toBe(410)

    await workbench.getByRole('button', { name: '更正', exact: true }).click()
    await workbench.getByLabel('更正原因').fill('示例：核实后重新发布')
    await workbench.getByRole('button', { name: '确认更正' }).click()
    await workbench.getByText('更正中').waitFor()
    await page.getByRole('group', { name: '报告状态' }).getByText('更正中').waitFor()

    const publish = workbench.getByRole('button', { name: '发布', exact: true })
    await openTab(reviewer, '正文与渠道')
    await page.getByRole('button', { name: '引言' }).click()
    await page.getByRole('textbox', { name: '引言' }).fill('示例引言')
    await openTab(reviewer, '概览')
    await workbench.getByText('有未保存的修改，请先保存').waitFor()
    expect(await publish.isDisabled()).toBe(true)
    await page.locator('#action-save').click()
    await workbench.getByText('有未保存的修改，请先保存').waitFor({ state: 'detached' })
    await publish.click()
    await workbench.getByRole('button', { name: '确认发布' }).click()
    await workbench.getByText('公开的是第 2 版').waitFor()
    expect(await publicStatus()).toBe(200)
  })

  it('imports a report from a file and tells what was read', async () => {
    const { page, shoot, shootForGuide } = editor
    await page.goto(`${server.url}/admin/collections/reports`)
    // Before React is at work, nobody listens.
    await page.waitForLoadState('networkidle')
    const opener = page.getByRole('button', { name: '导入报告' })
    const choose = async (file: Parameters<FileChooser['setFiles']>[0]) => {
      const chooser = page.waitForEvent('filechooser')
      await opener.press('Enter')
      await (await chooser).setFiles(file)
    }
    const poem = { name: '诗.txt', mimeType: 'text/plain', buffer: Buffer.from('床前明月光') }
    await choose(poem)
    await page.getByRole('alert').filter({ hasText: '没有找到' }).waitFor()
    await page.locator('button:focus').and(opener).waitFor()
    await choose(reportOfTheTown(folder))
    const choice = page.getByRole('region', { name: '读取结果' })
    await choice.getByText('读出 161 格，共 161 格').waitFor()
    await choice.getByText('应为 11').waitFor()
    await shootForGuide('import-read')
    await choice.getByRole('button', { name: '导入为新报告' }).click()
    await choice.getByRole('alert').filter({ hasText: '暂存的原因' }).waitFor()
    await shoot('import-refused')
    await choice.getByLabel('暂存的原因').fill('示例：原件如此，待核实')
    await choice.getByRole('checkbox', { name: '六、其他需要报告的事项' }).uncheck()
    await choice.getByRole('button', { name: '导入为新报告' }).click()
    const result = page.getByRole('region', { name: '导入结果' })
    await result.waitFor()
    await shootForGuide('import-result')
    expect(await result.innerText()).toContain('勾稽不符')
    expect(await result.innerText()).toContain('2 个部分的正文')
    await result.getByRole('link', { name: '营丘镇人民政府2019年' }).click()
    await page.waitForURL(/\/collections\/reports\/[^/?]+$/)
    const workbench = page.getByRole('region', { name: '报告工作台' })
    await workbench.getByText('示例：原件如此，待核实').first().waitFor()
    await shoot('workbench-violated')
  })

  it('lets an editor explain a warning in place', async () => {
    const { page, shoot } = editor
    const workbench = page.getByRole('region', { name: '报告工作台' })
    await workbench
      .getByRole('button', { name: /^填写说明/ })
      .first()
      .click()
    await workbench.getByLabel('说明的理由').fill('示例：与原报告一致')
    await workbench.getByRole('button', { name: '提交说明' }).press('Enter')
    await workbench.getByText(/^王晓编（.*）：示例：与原报告一致$/).waitFor()
    // The form is gone; the focus is at what it explained.
    await workbench.locator('li:focus').filter({ hasText: '示例：与原报告一致' }).waitFor()
    await shoot('warning-explained')
  })

  it('asks no other host for anything', () => {
    expect([...editor.foreign, ...reviewer.foreign]).toEqual([])
  })
})

/**
 * The fixture of another town, turned into a report of the demo's for a year that is free. One cell
 * is off, and the channels add up to more than the total.
 */
function reportOfTheTown(folder: string): string {
  const fixture = new URL('../fixtures/importing/qinghe-2020.txt', import.meta.url)
  const text = readFileSync(fixture, 'utf8')
  const file = path.join(folder, 'yingqiu-2019.txt')
  const changed = text
    .replaceAll('清河镇', '营丘镇')
    .replaceAll('2020', '2019')
    .replace('１，３５２条', '３５２条')
    .replace(/(?<row>本年新收政府信息公开申请数量\s+)11(?=\s)/, '$<row>12')
  writeFileSync(file, changed)
  return file
}

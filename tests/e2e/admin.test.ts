import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
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
    await page.goto(`${server.url}/admin/collections/reports`)
    await page.getByRole('link', { name: title }).click()
    const workbench = page.getByRole('region', { name: '报告工作台' })
    await workbench.getByText('共 42 条勾稽关系').waitFor()
    return workbench
  }

  const publicStatus = async () => (await fetch(`${server.url}/v1/reports/yingqiu/2021`)).status

  it('speaks Chinese', async () => {
    await editor.page.goto(`${server.url}/admin`)
    await editor.page.getByRole('heading', { name: '年度报告' }).first().waitFor()
    expect(await editor.page.locator('html').getAttribute('lang')).toBe('zh')
    await editor.shoot('dashboard')
  })

  it('shows an editor where the draft stands, without the buttons of a reviewer', async () => {
    const workbench = await openReport(editor)
    expect(await workbench.innerText()).toContain('编制中')
    expect(await workbench.innerText()).toContain('勾稽平衡')
    expect(await workbench.getByRole('button', { name: '发布' }).count()).toBe(0)
    await workbench.getByText(/^章节（/).click()
    await workbench.getByRole('link', { name: '（一）主动公开' }).waitFor()
    await editor.shoot('workbench-editor')
  })

  it('refuses a cell that does not balance, names it, and keeps what was typed', async () => {
    const { page } = editor
    const workbench = await openReport(editor)
    await workbench.getByRole('link', { name: '依申请公开表' }).click()
    await page.getByRole('link', { name: '一、本年新收政府信息公开申请数量' }).click()
    const cell = page.getByRole('textbox', { name: '商业企业' })
    await cell.fill('5')
    await page.locator('#action-save').click()
    const refusal = page.getByRole('alert').filter({ hasText: '没有保存' })
    await refusal.waitFor()
    await editor.shoot('cell-refused')
    expect(await refusal.innerText()).toContain(
      '依申请公开表“一、本年新收政府信息公开申请数量”行“商业企业”列应为 2，实际为 5',
    )
    expect(await cell.inputValue()).toBe('5')
    expect(await cell.getAttribute('aria-invalid')).toBe('true')

    await cell.fill('２')
    await page.locator('#action-save').click()
    await refusal.waitFor({ state: 'detached' })
    await page.reload()
    expect(await cell.inputValue()).toBe('2')
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
    // The form beside it follows the stage.
    await page.locator('#field-stage').getByText('更正中').waitFor()

    const publish = workbench.getByRole('button', { name: '发布', exact: true })
    await page.getByLabel('引言').fill('示例引言')
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
    const { page, shoot } = editor
    await page.goto(`${server.url}/admin/collections/reports`)
    await page.getByRole('button', { name: '导入报告' }).click()
    const form = page.getByRole('form', { name: '导入报告' })
    await form.getByLabel('报告文件').setInputFiles(reportOfTheTown(folder))
    await form.getByRole('button', { name: '导入' }).click()
    await form.getByRole('alert').waitFor()
    await shoot('import-refused')
    await form.getByLabel('暂存原因').fill('示例：原件如此，待核实')
    await form.getByRole('button', { name: '导入' }).click()
    const result = page.getByRole('region', { name: '导入结果' })
    await result.waitFor()
    await shoot('import-result')
    expect(await result.innerText()).toContain('勾稽不符')
    await result.getByRole('link', { name: '营丘镇人民政府2019年' }).click()
    const workbench = page.getByRole('region', { name: '报告工作台' })
    await workbench.getByText('示例：原件如此，待核实').waitFor()
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
    await workbench.getByRole('button', { name: '提交说明' }).click()
    await workbench.getByText(/^王晓编（.*）：示例：与原报告一致$/).waitFor()
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

import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { accessibilityProblems } from '../support/axe.ts'
import { describeWithBrowser, launchBrowser, signIn, type Visit } from '../support/browser.ts'
import { sampleDraft } from '../support/sampleDraft.ts'
import { startServer, startWithinMs, type RunningServer } from '../support/server.ts'
import { cellOn, openSheets, typeInto } from '../support/sheetPage.ts'

describeWithBrowser('two people at one report', () => {
  let server: RunningServer
  let browser: Browser
  let editor: Visit
  let other: Visit
  let address: string

  beforeAll(async () => {
    server = await startServer()
    browser = await launchBrowser()
    editor = await signIn(browser, server, 'editor@demo.example')
    other = await signIn(browser, server, 'reviewer@demo.example')
    for (const { page } of [editor, other]) page.on('dialog', (dialog) => void dialog.accept())
    address = await sampleDraft(editor, server)
  }, startWithinMs + 60_000)

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  const save = async ({ page }: Visit) => {
    await page.locator('#action-save').click()
    await page.getByText('已保存', { exact: true }).first().waitFor()
  }
  const openBoth = async () => {
    await openSheets(editor.page, address)
    await openSheets(other.page, address)
  }
  const issued = 'disclosure.normativeDocuments.issued'
  const repealed = 'disclosure.normativeDocuments.repealed'
  const inForce = 'disclosure.normativeDocuments.inForce'

  it('shows the second who is in, and the first in turn', async () => {
    await openBoth()
    await other.page.getByText(/^王晓编（\d\d:\d\d 起）也打开了本报告/).waitFor()
    // The first hears of it when the page says again that it is open.
    await editor.page.getByText(/^李审核（\d\d:\d\d 起）也打开了本报告/).waitFor()
  })

  it('puts together what the two have changed in different cells, without a question', async () => {
    await openBoth()
    await typeInto(editor.page, issued, '5')
    await typeInto(other.page, repealed, '2')
    await save(editor)
    await save(other)
    expect(await cellOn(other.page, issued).inputValue()).toBe('5')
    expect(await cellOn(other.page, repealed).inputValue()).toBe('2')
    await openSheets(editor.page, address)
    await editor.page.reload()
    await cellOn(editor.page, repealed).waitFor()
    expect(await cellOn(editor.page, repealed).inputValue()).toBe('2')
  })

  it('asks cell by cell where both have changed the same, and loses nothing until then', async () => {
    await openBoth()
    await typeInto(editor.page, issued, '6')
    await typeInto(editor.page, inForce, '20')
    await typeInto(other.page, issued, '7')
    await typeInto(other.page, inForce, '21')
    await save(editor)
    await other.page.locator('#action-save').click()
    const merge = other.page.getByRole('dialog', { name: '有 2 处您和他人都改过' })
    await merge.waitFor()
    await other.shootForGuide('merge')
    expect(await accessibilityProblems(other.page)).toEqual([])

    await merge.getByRole('button', { name: '稍后再说' }).click()
    await other.page
      .getByRole('alert')
      .filter({ hasText: '他人已保存新的修改，合并后才能保存' })
      .waitFor()
    expect(await cellOn(other.page, issued).inputValue()).toBe('7')

    await other.page.locator('#action-save').click()
    await merge.getByRole('button', { name: '按所选合并' }).click()
    await merge.getByText('还有 2 处没有选定').waitFor()
    await merge.getByRole('radio', { name: /“本年制发件数”列：用我的 7$/ }).check()
    await merge.getByRole('radio', { name: /“现行有效件数”列：用对方的 20$/ }).check()
    await merge.getByRole('button', { name: '按所选合并' }).click()
    await other.page.getByText('已保存', { exact: true }).first().waitFor()
    await other.page.reload()
    await cellOn(other.page, issued).waitFor()
    expect(await cellOn(other.page, issued).inputValue()).toBe('7')
    expect(await cellOn(other.page, inForce).inputValue()).toBe('20')
  })

  it('tells of what somebody else has saved before one saves oneself', async () => {
    await openBoth()
    await typeInto(other.page, issued, '8')
    await typeInto(editor.page, repealed, '3')
    await save(editor)
    await other.page.getByText('他人已保存表格的新修改').waitFor()
    await other.page.getByRole('button', { name: '现在合并' }).click()
    await other.page.getByText('已合并王晓编保存的 1 格').waitFor()
    expect(await cellOn(other.page, issued).inputValue()).toBe('8')
    expect(await cellOn(other.page, repealed).inputValue()).toBe('3')
    await save(other)
  })

  it('merges the form of the basics too', async () => {
    const phone = ({ page }: Visit) => page.getByLabel('联系电话')
    const office = ({ page }: Visit) => page.getByLabel('联系单位')
    for (const { page } of [editor, other]) {
      await page.goto(`${address}#basics`)
      await page.reload()
    }
    await phone(editor).fill('0536-1111111')
    await save(editor)
    await phone(other).fill('0536-2222222')
    await office(other).fill('镇政府办公室')
    await other.page.locator('#action-save').click()
    const merge = other.page.getByRole('dialog', { name: '有 1 处您和他人都改过' })
    await merge.getByRole('radio', { name: '联系方式：联系电话：用对方的 0536-1111111' }).check()
    await merge.getByRole('button', { name: '按所选合并' }).click()
    await other.page.getByText('已保存', { exact: true }).first().waitFor()
    await other.page.reload()
    await phone(other).waitFor()
    expect(await phone(other).inputValue()).toBe('0536-1111111')
    expect(await office(other).inputValue()).toBe('镇政府办公室')
  })
})

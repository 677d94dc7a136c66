import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { accessibilityProblems } from '../support/axe.ts'
import {
  describeWithBrowser,
  launchBrowser,
  shootForGuide,
  signIn,
  type Visit,
} from '../support/browser.ts'
import { sampleDraft } from '../support/sampleDraft.ts'
import { startServer, startWithinMs, type RunningServer } from '../support/server.ts'
import { cellOn, openSheets, typeInto } from '../support/sheetPage.ts'

describeWithBrowser('unsaved work', () => {
  let server: RunningServer
  let browser: Browser
  let editor: Visit
  let address: string

  beforeAll(async () => {
    server = await startServer()
    browser = await launchBrowser()
    editor = await signIn(browser, server, 'editor@demo.example')
    address = await sampleDraft(editor, server)
  }, startWithinMs + 60_000)

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  const granted = 'applications.granted.naturalPerson'
  const offerOn = (page: Page) => page.getByRole('region', { name: '本机留存的修改' })
  const kept = (page: Page) =>
    page.waitForFunction(() =>
      Object.keys(localStorage).some((key) => key.startsWith('gongkai.unsaved.')),
    )
  /** As after a crash or a closed tab: another page of the same browser. */
  const openAnew = async () => {
    const context = editor.page.context()
    await editor.page.close()
    editor.page = await context.newPage()
    editor.page.setDefaultTimeout(30_000)
    editor.page.on('dialog', (dialog) => void dialog.accept())
    await openSheets(editor.page, address)
    return editor.page
  }

  it('is kept when the tab is closed, offered, and put back only when asked for', async () => {
    await openSheets(editor.page, address)
    const before = await cellOn(editor.page, granted).inputValue()
    await typeInto(editor.page, granted, '321')
    await typeInto(editor.page, 'applications.granted.business', '不详')
    await kept(editor.page)
    const page = await openAnew()
    const offer = offerOn(page)
    await offer.getByText('（2 格）').waitFor()
    expect(await cellOn(page, granted).inputValue()).toBe(before)
    await shootForGuide(page, 'recovery')
    expect(await accessibilityProblems(page)).toEqual([])

    // What is typed meanwhile does not take its place.
    await typeInto(page, 'applications.carriedIn.naturalPerson', '1')
    await offer.getByRole('button', { name: '恢复这些修改' }).click()
    await offer.waitFor({ state: 'detached' })
    expect(await cellOn(page, granted).inputValue()).toBe('321')
    expect(await cellOn(page, 'applications.granted.business').inputValue()).toBe('不详')
    expect(await cellOn(page, 'applications.carriedIn.naturalPerson').inputValue()).toBe('1')
    await page.getByText('3 格未保存').waitFor()
  })

  it('is offered to nobody else on the same machine', async () => {
    const page = await openAnew()
    await offerOn(page).waitFor()
    await page.context().clearCookies()
    const login = await page.request.post(`${server.url}/api/users/login`, {
      data: { email: 'reviewer@demo.example', password: server.password },
    })
    expect(login.ok()).toBe(true)
    await page.reload()
    await cellOn(page, granted).waitFor()
    await page.getByRole('region', { name: '勾稽核对' }).getByText('满足').waitFor()
    expect(await offerOn(page).count()).toBe(0)
    await page.context().clearCookies()
    await page.request.post(`${server.url}/api/users/login`, {
      data: { email: 'editor@demo.example', password: server.password },
    })
    await page.reload()
    await offerOn(page).waitFor()
  })

  it('goes when it is not wanted any more', async () => {
    const { page } = editor
    await offerOn(page).getByRole('button', { name: '不要了' }).click()
    expect(await offerOn(page).count()).toBe(0)
    await openAnew()
    expect(await offerOn(editor.page).count()).toBe(0)
  })

  it('is asked about where somebody else has saved in between', async () => {
    await typeInto(editor.page, 'disclosure.normativeDocuments.issued', '11')
    await kept(editor.page)
    const id = address.split('/').at(-1)
    const path = `${server.url}/api/reports/${id}/tables`
    const { revision } = (await (await editor.page.request.get(path)).json()) as {
      revision: number
    }
    const saved = await editor.page.request.put(path, {
      data: { revision, tables: { disclosure: { normativeDocuments: { issued: 12 } } } },
    })
    expect(saved.status()).toBe(200)
    const page = await openAnew()
    await offerOn(page).getByRole('button', { name: '恢复这些修改' }).click()
    const merge = page.getByRole('dialog', { name: '有 1 处您和他人都改过' })
    await merge.getByRole('button', { name: '稍后再说' }).click()
    await offerOn(page).waitFor()
    expect(await cellOn(page, 'disclosure.normativeDocuments.issued').inputValue()).toBe('12')
    await offerOn(page).getByRole('button', { name: '恢复这些修改' }).click()
    await merge.getByRole('radio', { name: /用我的 11$/ }).check()
    await merge.getByRole('button', { name: '按所选合并' }).click()
    await offerOn(page).waitFor({ state: 'detached' })
    expect(await cellOn(page, 'disclosure.normativeDocuments.issued').inputValue()).toBe('11')
  })

  it('stays when the session has ended, and is saved after signing in again', async () => {
    const { page } = editor
    await page.context().clearCookies()
    await page.locator('#action-save').click()
    const refusal = page.getByRole('alert').filter({ hasText: '登录已失效' })
    await refusal.waitFor()
    expect(await cellOn(page, 'disclosure.normativeDocuments.issued').inputValue()).toBe('11')
    // In another window, as the notice says.
    await page.request.post(`${server.url}/api/users/login`, {
      data: { email: 'editor@demo.example', password: server.password },
    })
    await refusal.getByRole('button', { name: '再次保存' }).click()
    await page.getByText('已保存', { exact: true }).first().waitFor()
    await refusal.waitFor({ state: 'detached' })
    await openAnew()
    expect(await cellOn(editor.page, 'disclosure.normativeDocuments.issued').inputValue()).toBe(
      '11',
    )
    expect(await offerOn(editor.page).count()).toBe(0)
  })

  it('is kept of the form too', async () => {
    const { page } = editor
    await page.getByRole('tab', { name: '基本信息' }).click()
    await page.getByLabel('联系电话').fill('0536-3333333')
    await kept(page)
    const anew = await openAnew()
    await offerOn(anew).getByText('（1 项基本信息）').waitFor()
    await offerOn(anew).getByRole('button', { name: '恢复这些修改' }).click()
    await anew.getByRole('tab', { name: '基本信息' }).click()
    expect(await anew.getByLabel('联系电话').inputValue()).toBe('0536-3333333')
    await anew.locator('#action-save').click()
    await anew.getByText('已保存', { exact: true }).first().waitFor()
  })
})

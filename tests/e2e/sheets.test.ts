import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { formatOf } from '../../src/formats/index.ts'
import { accessibilityProblems } from '../support/axe.ts'
import { balancedTables, variedLeaf, withCells } from '../support/balancedTables.ts'
import { describeWithBrowser, launchBrowser, signIn, type Visit } from '../support/browser.ts'
import { startServer, startWithinMs, type RunningServer } from '../support/server.ts'
import {
  cellOn,
  copiedTable,
  focusAt,
  openSheets,
  pasteAt,
  shownCells,
  typeInto,
  writtenCells,
} from '../support/sheetPage.ts'

const format = formatOf('2021')
const right = balancedTables(format, variedLeaf(7))
const granted = right.applications.granted?.naturalPerson ?? 0
const wrong = withCells(right, { 'applications.granted.naturalPerson': granted + 5 })

describeWithBrowser('the sheets of a report', () => {
  let server: RunningServer
  let browser: Browser
  let editor: Visit
  let address: string

  beforeAll(async () => {
    server = await startServer()
    browser = await launchBrowser()
    editor = await signIn(browser, server, 'editor@demo.example')
    editor.page.on('dialog', (dialog) => void dialog.accept())
  }, startWithinMs + 60_000)

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  const panel = () => editor.page.getByRole('region', { name: '勾稽核对' })
  const save = async () => {
    await editor.page.locator('#action-save').click()
    await editor.page.getByText('已保存', { exact: true }).first().waitFor()
  }
  const storedTables = async () => {
    const id = address.split('/').at(-1)
    const answer = await editor.page.request.get(`${server.url}/api/reports/${id}/tables`)
    return (await answer.json()) as { revision: number; tables: typeof right }
  }

  it('begins with a report of blank cells, made from the dashboard', async () => {
    const { page, shootForGuide } = editor
    await page.getByRole('button', { name: /^开始编制\d{4}年度报告$/ }).click()
    await page.waitForURL(/\/collections\/reports\/[^/#]+/)
    address = page.url().split('#')[0] ?? ''
    await openSheets(page, address)
    await panel().getByText('未填完', { exact: true }).first().waitFor()
    expect(new Set(Object.values(await shownCells(page, 'applications')))).toEqual(new Set(['']))
    await shootForGuide('sheets-blank')
  })

  it('takes 25 rows of 7 columns from a spreadsheet, finds the wrong one and mends it', async () => {
    const { page, shootForGuide } = editor
    // Large numbers as spreadsheets write them, and a row in full-width digits.
    const written = (value: number, { row }: { row: string }) =>
      row === 'partiallyGranted'
        ? String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
        : value.toLocaleString('en-US')
    const block = copiedTable(format, wrong, 'applications', written)
    expect(block.split('\n')).toHaveLength(26)
    await pasteAt(page, 'applications.received.naturalPerson', block)
    const preview = page.getByRole('dialog', { name: '粘贴预览' })
    await preview.getByText('按行名和表头对应 175 格').waitFor()
    await shootForGuide('paste-preview')
    expect(await accessibilityProblems(page)).toEqual([])
    // The focus is back where it was, or where the block went, for going on by keyboard.
    await page.keyboard.press('Escape')
    await focusAt(page, 'applications.received.naturalPerson')
    await pasteAt(page, 'applications.granted.naturalPerson', block)
    await preview.getByRole('button', { name: '粘贴（改动 175 格）' }).press('Enter')
    await focusAt(page, 'applications.received.naturalPerson')
    expect(await shownCells(page, 'applications')).toEqual(
      writtenCells(format, wrong, 'applications'),
    )

    const repair = panel().getByRole('button', { name: `由 ${granted + 5} 改为 ${granted}` })
    await repair.waitFor()
    await page.getByRole('tab', { name: /^数据表格.*不符/ }).waitFor()
    const cell = page.locator('[data-cell="tables.applications.granted.naturalPerson"]')
    expect(await cell.getAttribute('data-mark')).toBe('repair')
    await shootForGuide('sheets-violated')
    expect(await accessibilityProblems(page)).toEqual([])
    await repair.click()
    await repair.waitFor({ state: 'detached' })
    expect(await cellOn(page, 'applications.granted.naturalPerson').inputValue()).toBe(
      String(granted),
    )
    expect(await panel().innerText()).toContain('不符 0')
  })

  it('saves all of it as one, and shows every cell again', async () => {
    const { page } = editor
    const before = (await storedTables()).revision
    await save()
    expect((await storedTables()).revision).toBe(before + 1)
    await page.reload()
    await page.getByRole('grid').first().waitFor()
    expect(await shownCells(page, 'applications')).toEqual(
      writtenCells(format, right, 'applications'),
    )
  })

  it('keeps everything typed when a save is refused, and says why in the same words', async () => {
    const { page, shootForGuide } = editor
    const before = await storedTables()
    await typeInto(page, 'applications.granted.business', '9999')
    await typeInto(page, 'disclosure.regulations.issued', '3')
    const message = await panel().getByRole('button', { name: /应为/ }).first().innerText()
    await page.locator('#action-save').click()
    const refusal = page.getByRole('alert').filter({ hasText: '数据表格没有保存' })
    await refusal.waitFor()
    expect(await refusal.innerText()).toContain(message)
    expect(await cellOn(page, 'applications.granted.business').inputValue()).toBe('9999')
    expect(await cellOn(page, 'disclosure.regulations.issued').inputValue()).toBe('3')
    await page.getByText('2 格未保存').waitFor()
    expect(await storedTables()).toEqual(before)
    await refusal.scrollIntoViewIfNeeded()
    await shootForGuide('save-refused')
  })

  it('keeps what is no number as it was typed, as wrong', async () => {
    const { page } = editor
    const wrongCell = page.locator('[data-cell="tables.disclosure.regulations.repealed"]')
    await typeInto(page, 'disclosure.regulations.repealed', '无')
    expect(await wrongCell.getAttribute('data-content')).toBe('wrong')
    expect(await wrongCell.locator('input').inputValue()).toBe('无')
    await panel().getByText('格不是可以填写的数').waitFor()
    await page.getByRole('button', { name: /^放弃未保存的修改/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: /放弃/ }).click()
    // The button that asked cannot be pressed any more.
    await focusAt(page, 'disclosure.regulations.issued')
    expect(await wrongCell.getAttribute('data-content')).toBe('blank')
  })

  it('is used like a spreadsheet, by keyboard alone', async () => {
    const { page } = editor
    const at = () =>
      page.evaluate(() =>
        document.activeElement
          ?.closest<HTMLElement>('[data-cell]')
          ?.dataset.cell?.replace('tables.applications.', ''),
      )
    await cellOn(page, 'applications.carriedIn.business').click()
    const walk: [string, string][] = [
      ['ArrowUp', 'received.business'],
      ['ArrowRight', 'received.researchInstitute'],
      ['ArrowDown', 'carriedIn.researchInstitute'],
      ['Home', 'carriedIn.naturalPerson'],
      ['End', 'carriedIn.total'],
      ['Tab', 'granted.naturalPerson'],
      ['Shift+Tab', 'carriedIn.total'],
      ['Enter', 'granted.total'],
      ['Shift+Enter', 'carriedIn.total'],
    ]
    for (const [key, cell] of walk) {
      await page.keyboard.press(key)
      expect([key, await at()]).toEqual([key, cell])
    }
    const value = await cellOn(page, 'applications.carriedIn.total').inputValue()
    const shown = () => cellOn(page, 'applications.carriedIn.total').inputValue()
    await page.keyboard.type('12')
    expect(await shown()).toBe('12')
    await page.keyboard.press('Escape')
    expect(await shown()).toBe(value)
    await page.keyboard.type('34')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Delete')
    expect(await shown()).toBe('')
    await page.keyboard.press('Control+Z')
    expect(await shown()).toBe('34')
    await page.keyboard.press('Control+Z')
    expect(await shown()).toBe(value)
    await page.keyboard.press('Control+Y')
    expect(await shown()).toBe('34')
    await page.keyboard.press('Control+Z')
  })

  it('copies a block as a spreadsheet takes it', async () => {
    const { page } = editor
    await cellOn(page, 'applications.received.naturalPerson').click()
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Control+C')
    const { received, carriedIn } = right.applications
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      [received, carriedIn]
        .map((row) => [row?.naturalPerson, row?.business].join('\t'))
        .join('\r\n'),
    )
  })

  it('fills the rest with zeros and offers totals, with a step back', async () => {
    const { page, shootForGuide } = editor
    const disputes = page.getByRole('region', { name: /^四、/ })
    await typeInto(page, 'disputes.reconsideration.upheld', '2')
    await disputes.getByRole('button', { name: '其余填零' }).click()
    await shootForGuide('sheets-filled')
    const filled = await shownCells(page, 'disputes')
    expect(filled['disputes.reconsideration.total']).toBe('2')
    expect(Object.values(filled).filter((value) => value === '0')).toHaveLength(13)
    await page.getByRole('button', { name: '撤销' }).click()
    expect(Object.values(await shownCells(page, 'disputes')).filter(Boolean)).toEqual(['2'])

    const totals = disputes.getByRole('button', { name: '合计自动填充' })
    await totals.click()
    await page.getByText('没有可以自动填充的合计').waitFor()
    for (const outcome of ['corrected', 'otherOutcome', 'pending']) {
      await typeInto(page, `disputes.reconsideration.${outcome}`, '1')
    }
    await totals.click()
    expect(await cellOn(page, 'disputes.reconsideration.total').inputValue()).toBe('5')
    // A total that was entered is never overwritten without asking.
    await typeInto(page, 'disputes.reconsideration.total', '4')
    await totals.click()
    const offers = page.getByRole('dialog', { name: '这些单元格请逐一确认' })
    await shootForGuide('totals-offered')
    expect(await accessibilityProblems(page)).toEqual([])
    await page.getByText('1 格待确认').waitFor()
    await offers.getByRole('button', { name: '取消' }).press('Enter')
    await disputes.locator('button:focus').and(totals).waitFor()
    expect(await cellOn(page, 'disputes.reconsideration.total').inputValue()).toBe('4')
  })

  it('shows the values of the year before on demand, a blank unlike a zero', async () => {
    const { page, shootForGuide } = editor
    await page.goto(`${server.url}/admin/collections/reports`)
    await page.getByRole('link', { name: /营丘镇人民政府2021年/ }).click()
    await page.getByRole('tab', { name: '数据表格' }).click()
    const cell = page.locator('[data-cell="tables.applications.received.total"]')
    await cell.waitFor()
    expect(await cell.innerText()).not.toContain('上年')
    await page.getByRole('checkbox', { name: '显示上年数（2020 年）' }).check()
    await cell.getByText('上年 0').waitFor()
    await shootForGuide('sheets-last-year')
  })

  it('asks no other host for anything', () => {
    expect(editor.foreign).toEqual([])
  })
})

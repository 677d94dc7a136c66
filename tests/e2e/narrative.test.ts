import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Browser, Locator, Page } from 'playwright-core'
import { accessibilityProblems } from '../support/axe.ts'
import { describeWithBrowser, launchBrowser, signIn, type Visit } from '../support/browser.ts'
import { picture } from '../support/pictures.ts'
import { sampleDraft } from '../support/sampleDraft.ts'
import { startServer, startWithinMs, type RunningServer } from '../support/server.ts'

const carriedOut = '依申请公开表“四、结转下年度继续办理”行“总计”列'

describeWithBrowser('the text of a report in a browser', () => {
  let server: RunningServer
  let browser: Browser
  let editor: Visit
  let reviewer: Visit
  let address: string
  /** What the pages threw, or React complained of. */
  const faults: string[] = []

  beforeAll(async () => {
    server = await startServer()
    browser = await launchBrowser()
    editor = await signIn(browser, server, 'editor@demo.example')
    reviewer = await signIn(browser, server, 'reviewer@demo.example')
    for (const { page } of [editor, reviewer]) noteFaults(page, faults)
    address = `${await sampleDraft(editor, server)}#narrative`
  }, startWithinMs + 60_000)

  afterAll(async () => {
    await browser?.close()
    expect(await server?.stop()).toBe(0)
  })

  /** Opens the tab from the server's state. */
  const openText = async ({ page }: Visit) => {
    // Another address first, since one that differs after # alone loads nothing.
    await page.goto(`${server.url}/admin`)
    await page.goto(address, { waitUntil: 'networkidle' })
    await outline(page).waitFor()
  }

  it('shows the number of a cell in a sentence, and follows what is typed in the cell', async () => {
    const { page, shootForGuide } = editor
    await openText(editor)
    await openSection(page, '（二）依申请公开')
    await writeAtEnd(page, '年末尚有')
    await page.getByRole('button', { name: '插入数据' }).click()
    const drawer = page.getByRole('dialog', { name: '选择表中数据' })
    await drawer.getByRole('button', { name: '保存更改' }).click()
    await drawer.getByRole('alert').filter({ hasText: '请先选择一个数据' }).waitFor()
    // By keyboard alone from here.
    await drawer.getByRole('searchbox').focus()
    await page.keyboard.type('结转下年度 总计')
    await page.keyboard.press('Enter')
    await drawer.getByText(`已选：${carriedOut}，现为 1`).waitFor()
    await expectNoProblems(page)
    await shootForGuide('narrative-figure')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    const figure = (value: string) =>
      page.getByRole('group', { name: `${carriedOut}：${value}`, exact: true })
    await figure('1').waitFor()
    await drawer.waitFor({ state: 'detached' })
    await writeAtEnd(page, '件未办结。')

    await typeInCell(page, 'applications-carriedOut-total', '3')
    await openTab(page, '正文与渠道')
    await figure('3').waitFor()
    await typeInCell(page, 'applications-carriedOut-total', '1')
    await openTab(page, '正文与渠道')
    await figure('1').waitFor()
    await save(page)
    await openText(editor)
    await openSection(page, '（二）依申请公开')
    await figure('1').waitFor()
    expect(await words(page)).toMatch(/继续办理1件。年末尚有1件未办结。$/)
  })

  it('leaves no figure where the choice was given up', async () => {
    const { page } = editor
    await page.getByRole('button', { name: '插入数据' }).click()
    const drawer = page.getByRole('dialog', { name: '选择表中数据' })
    await drawer.getByRole('searchbox').waitFor()
    await page.keyboard.press('Escape')
    await page.getByText('〔请选择数据〕').waitFor({ state: 'detached' })
    await unsaved(page).waitFor({ state: 'detached' })
  })

  it('marks a sentence that contradicts a table, and takes a reason once it is saved', async () => {
    const { page, shootForGuide } = editor
    await openSection(page, '（四）平台建设')
    await writeAtEnd(page, '全年收到政府信息公开申请18件。')
    const here = page.getByRole('region', { name: '本节的提示' })
    await here.getByText('所述收到申请为 18').waitFor()
    await entry(page, '（四）平台建设').getByText('1 处提示').waitFor()
    await page.getByRole('tab', { name: /^正文与渠道.*1 条提示/ }).waitFor()
    await here.getByText('改正，或先保存再填写说明').waitFor()
    expect(await markedSentences(page)).toEqual(['全年收到政府信息公开申请18件'])
    await expectNoProblems(page)

    await here.getByRole('button', { name: /^看原句/ }).click()
    await page.waitForFunction(() => String(getSelection()) === '全年收到政府信息公开申请18件')
    await here.getByRole('button', { name: '转到该格' }).click()
    await page.locator('#sheet-cell-applications-received-total:focus').waitFor()
    await openTab(page, '正文与渠道')
    await save(page)
    await here.getByRole('button', { name: /^填写说明/ }).click()
    await noticesGone(page)
    await shootForGuide('narrative')
    await here.getByLabel('说明的理由').fill('示例：含转交上级办理的4件')
    await here.getByRole('button', { name: '提交说明' }).click()
    await here.getByText(/^王晓编（.*）：示例：含转交上级办理的4件$/).waitFor()
    await entry(page, '（四）平台建设').getByText('1 处提示').waitFor({ state: 'detached' })
  })

  it('adds, names, moves and removes a sub-section by keyboard', async () => {
    const { page } = editor
    const part = '一、总体情况'
    await page.getByRole('button', { name: `在“${part}”下添加小节` }).press('Enter')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').filter({ hasText: '请填写小节的标题' }).waitFor()
    await page.keyboard.type('教育培训')
    await page.keyboard.press('Enter')
    await page.locator('[aria-label="（六）教育培训的正文"]:focus').waitFor()
    await page.keyboard.type('举办培训班2期。')
    await page.getByLabel('小节标题').fill('')
    await page.getByRole('alert').filter({ hasText: '请填写小节的标题' }).waitFor()
    await page.getByLabel('小节标题').fill('教育与培训')
    await entry(page, '（六）教育与培训').press('Alt+ArrowUp')
    await entry(page, '（五）教育与培训').waitFor()
    await entry(page, '（六）监督保障').waitFor()
    await page.getByRole('button', { name: '上移', exact: true }).press('Enter')
    await entry(page, '（四）教育与培训').waitFor()
    expect(await words(page)).toBe('举办培训班2期。')
    await save(page)

    const ask = () => page.getByRole('button', { name: '删除', exact: true }).press('Enter')
    await ask()
    const dialog = page.getByRole('dialog', { name: '删除“（四）教育与培训”' })
    await dialog.getByText('正文 8 字将一并删除，不能恢复').waitFor()
    await expectNoProblems(page)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await entry(page, '（四）教育与培训').waitFor()
    await ask()
    await dialog.getByRole('button', { name: '删除' }).click()
    await entry(page, '教育与培训').waitFor({ state: 'detached' })
    await page.locator(`nav [aria-current=true]:focus`).filter({ hasText: part }).waitFor()
  })

  it('refuses a wrong address of a link where it is typed, and leaves none that was given up', async () => {
    const { page } = editor
    await openSection(page, '（五）监督保障')
    await writeAtEnd(page, '详见网站')
    const choose = async () => {
      await page.keyboard.press('Shift+ArrowLeft')
      await page.keyboard.press('Shift+ArrowLeft')
      // It is there once the editor knows what is selected.
      await page.locator('.inline-toolbar-popup').getByRole('button', { name: '链接' }).click()
    }
    const drawer = page.getByRole('dialog', { name: '编辑链接' })
    await choose()
    await drawer.getByLabel('网址').fill('网站首页')
    await page.keyboard.press('Enter')
    await drawer.getByText('链接“网站首页”须是以 http://').waitFor()
    await page.keyboard.press('Escape')
    await text(page).getByRole('link').waitFor({ state: 'detached' })

    await caretToEnd(page)
    await choose()
    await drawer.getByLabel('网址').fill('https://www.changle.gov.cn/')
    await page.keyboard.press('Enter')
    await text(page).locator('a[href="https://www.changle.gov.cn/"]').waitFor()
    await save(page)
  })

  it('takes a picture with its description, and a table, and shows both in the preview', async () => {
    const { page } = editor
    await openSection(page, '（三）政府信息管理')
    await caretToEnd(page)
    await insert(page, '图片')
    await page
      .getByRole('dialog', { name: '图片' })
      .getByRole('button', { name: '创建新的 图片' })
      .click()
    const upload = page.getByRole('dialog').last()
    await upload
      .locator('input[type=file]')
      .setInputFiles({ name: '专栏.png', mimeType: 'image/png', buffer: await picture() })
    await upload.getByRole('button', { name: '保存' }).click()
    await upload.getByText('该字段为必填项目').waitFor()
    await expectNoProblems(page)
    await upload.getByLabel('替代文字').fill('公开专栏首页')
    await upload.getByRole('button', { name: '保存' }).click()
    await text(page).locator('img').waitFor()
    await upload.waitFor({ state: 'detached' })

    await caretToEnd(page)
    await insert(page, '表格')
    const size = page.getByRole('dialog', { name: '插入表格' })
    await size.getByLabel('行数').fill('2')
    await size.getByLabel('列数').fill('2')
    await page.keyboard.press('Enter')
    // The caret is in it.
    await page.getByRole('button', { name: '表格操作' }).waitFor()
    await page.keyboard.type('事项')
    await page.keyboard.press('Tab')
    await page.keyboard.type('件数')
    await page.keyboard.press('Alt+ArrowDown')
    const menu = page.getByRole('menu', { name: '表格操作' })
    await menu.getByRole('menuitem', { name: '在右侧插入列' }).press('Enter')
    await expectCount(text(page).locator('tr').first().locator('th'), 3)
    await page.keyboard.press('Control+z')
    await expectCount(text(page).locator('tr').first().locator('th'), 2)
    await expectNoProblems(page)
    await save(page)

    await openTab(page, '预览')
    const document = page.frameLocator('iframe').first()
    await document.getByRole('img', { name: '公开专栏首页' }).waitFor()
    await document.getByRole('columnheader', { name: '件数', exact: true }).waitFor()
  })

  it('warns of a channel that is larger than the total, and keeps what is no number', async () => {
    const { page, shootForGuide } = editor
    await openSection(page, '（一）主动公开')
    const total = page.getByLabel('主动公开总数（条）')
    await total.fill('150')
    const warnings = page.getByRole('list', { name: '公开数量的提示' })
    await warnings.getByText('超过主动公开总数 150 条').waitFor()
    await expectNoProblems(page)
    await warnings.scrollIntoViewIfNeeded()
    await noticesGone(page)
    await shootForGuide('narrative-channels')
    await warnings.getByRole('button', { name: '按正文填入 326' }).click()
    await warnings.waitFor({ state: 'detached' })
    expect(await total.inputValue()).toBe('326')

    await total.fill('三百余')
    await page.locator('#action-save').click()
    const refusal = page.getByRole('alert').filter({ hasText: '没有保存' })
    await refusal.first().waitFor()
    await openTab(page, '概览')
    await refusal.getByRole('button', { name: /主动公开总数/ }).click()
    await page.locator('input:focus').and(total).waitFor()
    expect(await total.inputValue()).toBe('三百余')
    await total.fill('326')
    await refusal.first().waitFor({ state: 'detached' })

    const wechat = '“古都营丘”微信公众号'
    await page.getByRole('button', { name: `移除${wechat}` }).press('Enter')
    const others = page.getByLabel('添加公开渠道')
    await page.locator('select:focus').and(others).waitFor()
    await others.selectOption(wechat)
    await page
      .locator('input:focus')
      .and(page.getByLabel(`${wechat}的公开数量`))
      .waitFor()
    await page.keyboard.type('200')
    await unsaved(page).waitFor({ state: 'detached' })
  })

  it('puts two versions of a section side by side, for the second to choose', async () => {
    const { page, shootForGuide } = reviewer
    await openText(reviewer)
    await openSection(page, '（四）平台建设')
    await writeAtEnd(page, '网站访问量上升。')
    await openSection(editor.page, '（四）平台建设')
    await writeAtEnd(editor.page, '专栏改版一次。')
    await save(editor.page)

    await page.locator('#action-save').click()
    const both = page.getByRole('region', { name: '两份不同的正文' })
    await both
      .getByRole('group', { name: '我的（未保存）' })
      .getByText('网站访问量上升。')
      .waitFor()
    await both
      .getByRole('group', { name: '对方的（已保存）' })
      .getByText('专栏改版一次。')
      .waitFor()
    await page.getByRole('alert').filter({ hasText: '请先选定用哪一份' }).first().waitFor()
    await expectNoProblems(page)
    await both.scrollIntoViewIfNeeded()
    await shootForGuide('narrative-contested')
    await both.getByRole('button', { name: '用我的' }).click()
    await both.waitFor({ state: 'detached' })
    await page.locator('[aria-label="（四）平台建设的正文"]:focus').waitFor()
    await save(page)
    await openText(editor)
    await openSection(editor.page, '（四）平台建设')
    expect(await words(editor.page)).toMatch(/18件。网站访问量上升。$/)
  })

  it('keeps what is typed in a sub-section that somebody else removes', async () => {
    const { page } = reviewer
    await openSection(page, '（三）政府信息管理')
    await writeAtEnd(page, '另建台账。')
    await openSection(editor.page, '（三）政府信息管理')
    await editor.page.getByRole('button', { name: '删除', exact: true }).click()
    await editor.page.getByRole('dialog').getByRole('button', { name: '删除' }).click()
    await entry(editor.page, '政府信息管理').waitFor({ state: 'detached' })

    await page.locator('#action-save').click()
    const gone = page.getByRole('region', { name: '已被删除的小节' })
    await gone.getByText('未保存的文字还在').waitFor()
    await expectNoProblems(page)
    await gone.getByRole('button', { name: '重新添加为小节' }).click()
    await page.locator('[aria-label="（五）政府信息管理的正文"]:focus').waitFor()
    expect(await words(page)).toContain('另建台账。')
    await unsaved(page).waitFor({ state: 'detached' })
  })

  it('offers back what was unsaved when the page went', async () => {
    const { page } = editor
    page.on('dialog', (dialog) => void dialog.accept())
    await openText(editor)
    await openSection(page, '（二）依申请公开')
    await page.getByLabel('小节标题').fill('依申请公开工作')
    await writeAtEnd(page, '均按时答复。')
    await entry(page, '（二）依申请公开工作').getByText('未保存').waitFor()
    await openText(editor)
    await entry(page, '（二）依申请公开').waitFor()
    const kept = page.getByRole('region', { name: '本机留存的修改' })
    await kept.getByRole('button', { name: '恢复这些修改' }).click()
    await openSection(page, '（二）依申请公开工作')
    expect(await words(page)).toMatch(/均按时答复。$/)
    await save(page)
  })

  it('is to be read alone while the report is with the reviewer', async () => {
    const { page } = editor
    await openTab(page, '概览')
    await page.getByRole('button', { name: '送审', exact: true }).click()
    await page.getByRole('button', { name: '确认送审' }).click()
    await page.getByText('报告正在审核').waitFor()
    await openTab(page, '正文与渠道')
    await text(page).and(page.locator('[contenteditable=false]')).waitFor()
    await expectCount(page.getByRole('button', { name: /插入数据|删除|移除|添加小节/ }), 0)
    expect(await page.getByLabel('主动公开总数（条）').isEditable()).toBe(false)
    await expectNoProblems(page)
  })

  it('does all this without a fault, and asks no other host for anything', () => {
    expect(faults).toEqual([])
    expect([...editor.foreign, ...reviewer.foreign]).toEqual([])
  })
})

/** An answer that is a refusal is none. */
function noteFaults(page: Page, faults: string[]): void {
  page.on('pageerror', ({ message }) => faults.push(message))
  page.on('console', (message) => {
    const isFault = ['error', 'warning'].includes(message.type())
    if (isFault && !message.text().startsWith('Failed to load resource'))
      faults.push(message.text())
  })
}

const outline = (page: Page) => page.getByRole('navigation', { name: '正文目录' })
const entry = (page: Page, name: string) => outline(page).getByRole('button', { name })
const text = (page: Page) => page.locator('.gongkai-narrative [data-lexical-editor=true]')
const unsaved = (page: Page) => page.locator('#gongkai-unsaved')

const openTab = (page: Page, name: string) =>
  page.getByRole('tab', { name: new RegExp(`^${name}`) }).click()

async function openSection(page: Page, name: string): Promise<void> {
  await openTab(page, '正文与渠道')
  await entry(page, name).click()
  await page.locator(`[data-lexical-editor=true][aria-label="${name}的正文"]`).waitFor()
}

/** The text as a person reads it. */
const words = async (page: Page): Promise<string> =>
  (await text(page).innerText()).replace(/[\s\uFEFF]/g, '')

async function caretToEnd(page: Page): Promise<void> {
  await text(page).focus()
  await page.keyboard.press('Control+End')
  // The editor hears of the caret with the browser's next turn.
  await page.evaluate(() => new Promise((heard) => requestAnimationFrame(() => setTimeout(heard))))
}

async function writeAtEnd(page: Page, sentence: string): Promise<void> {
  await caretToEnd(page)
  await page.keyboard.type(sentence)
}

async function insert(page: Page, what: string): Promise<void> {
  await page.getByRole('button', { name: '插入表格或图片' }).click()
  const items = page.locator('.toolbar-popup__dropdown-items')
  await items.getByRole('button', { name: what, exact: true }).click()
}

async function typeInCell(page: Page, cell: string, value: string): Promise<void> {
  await openTab(page, '数据表格')
  await page.locator(`#sheet-cell-${cell}`).click()
  await page.keyboard.type(value)
  await page.keyboard.press('Enter')
}

async function save(page: Page): Promise<void> {
  await page.locator('#action-save').click()
  await unsaved(page).waitFor({ state: 'detached' })
}

/** Without the messages, which fade in when one does not expect it. */
async function expectNoProblems(page: Page): Promise<void> {
  await noticesGone(page)
  expect(await accessibilityProblems(page)).toEqual([])
}

/** They would cover a part of a picture. */
const noticesGone = (page: Page) => expectCount(page.locator('[data-sonner-toast]'), 0)

const expectCount = async (found: Locator, count: number): Promise<void> => {
  if (count > 0) await found.nth(count - 1).waitFor()
  await found.nth(count).waitFor({ state: 'detached' })
}

const markedSentences = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...(CSS.highlights.get('gongkai-finding') ?? [])].map(String))

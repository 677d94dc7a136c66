import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { format2021 } from '../src/formats/format2021.ts'
import { balancedTables, variedLeaf } from '../tests/support/balancedTables.ts'
import { chromiumPath, launchBrowser } from '../tests/support/chromium.ts'
import { startServer, temporaryFolder } from './processes.ts'
import { measured, type Area, type BenchResult } from './results.ts'

const password = 'only-for-the-benchmark'
const keystrokes = 400
const warmUp = 40

/** The shortest duration that Event Timing tells of; what took less is not told. */
const told = 16

const names = [
  'grid.keystroke.p50',
  'grid.keystroke.p99',
  'grid.keystroke.plain.p50',
  'grid.keystroke.plain.p99',
  'grid.nodes',
]

/**
 * How long a keystroke takes in the sheet with every cell filled, from the key to the next paint, as
 * the browser's own Event Timing has it; beside it the same in a page with one text field.
 */
export const grid: Area = {
  names,
  run: async (wanted) => {
    if (!chromiumPath) {
      console.error('grid: left out for want of Chromium (CHROMIUM_PATH may name one)')
      return []
    }
    const product = await startServer({
      script: ['server.js'],
      env: {
        DATABASE_URI: `file:${path.join(temporaryFolder(), 'gongkai.db')}`,
        GONGKAI_DEMO_PASSWORD: password,
        NEXT_TELEMETRY_DISABLED: '1',
      },
      readyPath: '/v1/reports/yingqiu/2020',
    })
    const browser = await launchBrowser()
    try {
      const all = [...(await measureSheet(browser, product.url)), ...(await measurePlain(browser))]
      return all.filter(({ name }) => wanted.includes(name))
    } finally {
      await browser.close()
      await product.stop()
    }
  },
}

async function measureSheet(browser: Browser, url: string): Promise<BenchResult[]> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 1366, height: 768 },
  })
  const report = await fillDraft(context, url)
  const page = await context.newPage()
  await page.goto(`${url}/admin/collections/reports/${report}#tables`)
  const cells = page.locator('[role=grid] input')
  await cells.first().waitFor()
  const nodes = await page.evaluate(countNodes)
  const filled = await cells.count()
  // The table of applications, which is larger than a run: Tab leaves a table at its end.
  await page.locator('[data-cell^="tables.applications."] input').first().focus()
  const durations = await timeKeystrokes(page, async (stroke) => {
    // As people work: typing, correcting, and on to the next cell, some of them out of sight.
    const strokes = [String(stroke % 10), String(stroke % 7), 'Backspace', 'Tab']
    await page.keyboard.press(strokes[stroke % strokes.length] ?? '')
    if (!(await page.evaluate(isInCell))) throw new Error('a stroke went elsewhere than to a cell')
  })
  const note = `${filled} cells`
  return [
    ...percentiles('grid.keystroke', durations, note),
    { ...measured('grid.nodes', 'nodes', nodes), note },
  ]
}

async function measurePlain(browser: Browser): Promise<BenchResult[]> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
  await page.setContent('<!doctype html><input>')
  await page.locator('input').focus()
  const durations = await timeKeystrokes(page, (stroke) =>
    page.keyboard.press(stroke % 4 === 3 ? 'Backspace' : String(stroke % 10)),
  )
  return percentiles('grid.keystroke.plain', durations, 'a page with one text field')
}

/** Signs the context in and fills every cell of the sample's draft. @returns the report's id */
async function fillDraft({ request }: BrowserContext, url: string): Promise<string> {
  const login = await request.post(`${url}/api/users/login`, {
    data: { email: 'editor@demo.example', password },
  })
  if (!login.ok()) throw new Error(`signing in was answered with ${login.status()}`)
  const list = await request.get(`${url}/api/reports?where[year][equals]=2021&depth=0`)
  const { docs } = (await list.json()) as { docs: { id: string; revision: number }[] }
  const [draft] = docs
  if (!draft) throw new Error('the sample has no draft')
  const saved = await request.put(`${url}/api/reports/${draft.id}/tables`, {
    data: { revision: draft.revision, tables: balancedTables(format2021, variedLeaf(1)) },
  })
  if (!saved.ok()) throw new Error(`filling the draft was answered with ${saved.status()}`)
  return draft.id
}

/** @returns the milliseconds of each keystroke after the warm-up, from the key to the next paint */
async function timeKeystrokes(
  page: Page,
  press: (stroke: number) => Promise<void>,
): Promise<number[]> {
  for (let stroke = 0; stroke < warmUp; stroke++) await press(stroke)
  await page.evaluate(observe, told)
  for (let stroke = 0; stroke < keystrokes; stroke++) {
    await press(stroke)
    // Ten strokes a second: nobody who reads figures off a paper types faster.
    await page.waitForTimeout(100)
  }
  await page.waitForTimeout(500)
  const slow = await page.evaluate(collected)
  if (slow.length > keystrokes) throw new Error('more keystrokes were timed than made')
  return [...Array<number>(keystrokes - slow.length).fill(told / 2), ...slow]
}

interface Timed extends Window {
  timedKeystrokes?: number[]
}

/**
 * In the page: keeps how long each keystroke took. It begins with keydown, and its duration ends
 * with the paint that shows what all its events have done.
 */
function observe(threshold: number): void {
  const timed: number[] = []
  ;(window as Timed).timedKeystrokes = timed
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) if (name === 'keydown') timed.push(duration)
  }).observe({ type: 'event', durationThreshold: threshold } as PerformanceObserverInit)
}

/** In the page. */
const collected = (): number[] => (window as Timed).timedKeystrokes ?? []

/** In the page. */
const isInCell = (): boolean => document.activeElement?.closest('[data-cell]') != null

/** In the page: elements and texts alike. */
function countNodes(): number {
  const walker = document.createTreeWalker(document)
  let count = 1
  while (walker.nextNode()) count += 1
  return count
}

function percentiles(name: string, durations: number[], note: string): BenchResult[] {
  const sorted = [...durations].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? NaN
  const untold = `${note}; the browser tells of ${told} ms and more, in steps of 8: ${told / 2} stands for less`
  return [
    { ...measured(`${name}.p50`, 'ms', at(0.5)), note: untold },
    { ...measured(`${name}.p99`, 'ms', at(0.99)), note: untold },
  ]
}

import { describe } from '@jest/globals'
import { mkdirSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { chromiumPath } from './chromium.ts'
import type { RunningServer } from './server.ts'

export { launchBrowser } from './chromium.ts'

/** As `describe`; left out, with a line that says so, on a machine without Chromium. */
export function describeWithBrowser(name: string, tests: () => void): void {
  if (!chromiumPath) {
    console.info(`Left out for want of Chromium (set CHROMIUM_PATH): ${name}`)
  }
  const run = chromiumPath ? describe : describe.skip
  run(name, tests)
}

export interface Visit {
  page: Page
  /** Addresses on other hosts that the page asked for. */
  foreign: string[]
  /** Saves what the person sees, for looking at after the tests. */
  shoot: (name: string) => Promise<void>
  /** As `shoot`; with GUIDE_IMAGES it becomes a picture of the guide (docs/guide/images). */
  shootForGuide: (name: string) => Promise<void>
}

/** A person at a desk screen with a Chinese browser, signed in to the admin. */
export async function signIn(
  browser: Browser,
  { url, password }: RunningServer,
  email: string,
): Promise<Visit> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1366, height: 768 },
  })
  const foreign: string[] = []
  context.on('request', (request) => {
    const address = request.url()
    if (/^(https?|wss?):/.test(address) && !address.startsWith(`${url}/`)) foreign.push(address)
  })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  await page.goto(`${url}/admin/login`)
  await page.getByLabel('电子邮件').fill(email)
  await page.locator('#field-password').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL(`${url}/admin`)
  return {
    page,
    foreign,
    shoot: (name) => shoot(page, name),
    shootForGuide: (name) => shootForGuide(page, name),
  }
}

const shoot = async (page: Page, name: string): Promise<void> => {
  await page.screenshot({ path: path.join(screenshots(), `${name}.png`) })
}

/** As a visit's, of a page that was opened later. */
export async function shootForGuide(page: Page, name: string): Promise<void> {
  await shoot(page, name)
  const folder = process.env.GUIDE_IMAGES
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  const picture = sharp(await page.screenshot()).png({ palette: true, compressionLevel: 9 })
  await picture.toFile(path.join(folder, `${name}.png`))
}

function screenshots(): string {
  const folder = path.join(os.tmpdir(), 'gongkai-screenshots')
  mkdirSync(folder, { recursive: true })
  return folder
}

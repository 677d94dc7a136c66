import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { Webhook } from 'standardwebhooks'
import { accessibilityProblems } from '../support/axe.ts'
import { describeWithBrowser, launchBrowser, signIn, type Visit } from '../support/browser.ts'
import { startReceiver, type Receiver } from '../support/receiver.ts'
import { startServer, startWithinMs, type RunningServer } from '../support/server.ts'

describeWithBrowser('webhooks in the admin', () => {
  let receiver: Receiver
  let server: RunningServer
  let browser: Browser
  let county: Visit
  let secret: string

  beforeAll(async () => {
    receiver = await startReceiver()
    server = await startServer({ WEBHOOK_NETWORKS: '127.0.0.1' })
    browser = await launchBrowser()
    county = await signIn(browser, server, 'county@demo.example')
  }, startWithinMs + 60_000)

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await receiver?.stop()
  })

  const verified = (nth: number) => {
    const { body, headers } = receiver.received[nth] ?? { body: '', headers: {} }
    return new Webhook(secret).verify(body, headers as Record<string, string>)
  }

  it('are made, give their secret once, and are tested', async () => {
    const { page, shoot } = county
    await page.goto(`${server.url}/admin/collections/webhooks/create`)
    await page.locator('#field-name').fill('县政府网站')
    await page.locator('#field-organization .rs__input').fill('县')
    await page.locator('.rs__option').first().click()
    await page.locator('#field-url').fill('http://192.168.7.7/hooks')
    await page.locator('#action-save').click()
    await page.getByText('不是公网地址').waitFor()
    await page.locator('#field-url').fill(receiver.url)
    await page.locator('#action-save').click()
    await page.getByRole('button', { name: '领取密钥' }).click()
    secret = await page.getByLabel('密钥', { exact: true }).inputValue()
    await page.getByRole('button', { name: '发送测试通知' }).click()
    await page.getByText('对方已收到').waitFor()
    expect(verified(0)).toMatchObject({ type: 'webhook.test' })
    await shoot('webhook')
    expect(await accessibilityProblems(page)).toEqual([])
    await page.reload()
    await page.getByRole('button', { name: '换发密钥' }).waitFor()
    expect(await page.content()).not.toContain(secret)
  })

  it('tell of a correction; what failed is in the log, and is sent anew by the button', async () => {
    const { page, shoot, foreign } = county
    const answer = await page.request.get(`${server.url}/api/reports?where[year][equals]=2020`)
    const { docs } = (await answer.json()) as { docs: { id: string; title: string }[] }
    const report = `${server.url}/api/reports/${docs[0]?.id}`
    receiver.script({ status: 503, body: '维护中' })
    await page.request.post(`${report}/revise`, { data: { comment: '更正' } })
    expect((await page.request.post(`${report}/publish`, { data: {} })).status()).toBe(200)
    await receiver.arrived(2)

    await page.getByText('等待重试').waitFor()
    await page.goto(`${server.url}/admin/collections/webhook-deliveries`)
    await page.getByText('等待重试').waitFor()
    await shoot('webhookLog')
    expect(await accessibilityProblems(page)).toEqual([])
    await page.getByRole('link', { name: `更正发布 · ${docs[0]?.title}` }).click()
    await page.getByText('维护中').waitFor()
    await page.getByRole('button', { name: '立即重试' }).click()
    await page.getByText('成功（HTTP 204）').waitFor()
    await page.getByText('已送达').waitFor()
    await shoot('webhookDelivery')
    expect(await accessibilityProblems(page)).toEqual([])
    expect(receiver.received).toHaveLength(3)
    expect(verified(2)).toMatchObject({ type: 'report.revised', data: { revision: 2 } })
    expect(foreign).toEqual([])
  })
})

import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { Payload } from 'payload'
import type { Webhook, WebhookDelivery } from '../../src/payload-types.ts'
import { boot, type Booted } from '../support/boot.ts'
import { furnish } from '../support/office.ts'
import { startReceiver, type Receiver, type ReceiverAnswer } from '../support/receiver.ts'
import { furnishWebhooks, type WebhookOffice } from '../support/webhookOffice.ts'
import type { Orders } from '../support/webhookWorker.ts'
import { kill, workersOf, type Workers } from '../support/workers.ts'

/** Each test kills the process that tells a website at another step; the next one goes on. */

let booted: Booted
let payload: Payload
let receiver: Receiver
let desk: WebhookOffice
let workers: Workers
let webhook: Webhook
let worker: ChildProcess
let year = 2030

beforeAll(async () => {
  process.env.WEBHOOK_NETWORKS = '127.0.0.1'
  process.env.WEBHOOK_TIMEOUT_SECONDS = '60' // a process is killed first
  receiver = await startReceiver()
  booted = await boot()
  payload = booted.payload
  desk = await furnishWebhooks(booted, await furnish(payload))
  webhook = await desk.webhook({ url: receiver.url })
  workers = await workersOf('webhookWorker.ts')
})
afterEach(async () => {
  await kill(worker)
  receiver.reset()
})
afterAll(async () => {
  await booted.stop()
  await receiver.stop()
  workers.remove()
})

const jobs = async () =>
  (
    await payload.db.find<{ id: string; processing: boolean; waitUntil?: string }>({
      collection: 'payload-jobs',
    })
  ).docs

async function last(): Promise<WebhookDelivery> {
  return (await desk.deliveries(webhook)).at(-1) as WebhookDelivery
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 100))
}

/** Publishes, and kills the process that tells of it. */
async function tellAndKill(orders: Orders, answer: ReceiverAnswer): Promise<void> {
  worker = await workers.start()
  receiver.script(answer)
  await desk.published((year += 1))
  worker.send(orders)
  await (orders.written ? once(worker, 'message') : receiver.arrived(1))
  await kill(worker)
  worker = await workers.start()
}

const done = async (): Promise<void> => {
  await until(async () => (await last()).state === 'delivered' && (await jobs()).length === 0)
}

it.each<[string, Orders, ReceiverAnswer, number]>([
  ['before it sent', { written: 'sending' }, { status: 204 }, 1],
  ['before it had an answer', {}, 'silent', 2],
  ['after it wrote down that it got through', { written: 'delivered' }, { status: 204 }, 1],
])('tells it all the same when killed %s', async (_, orders, answer, requests) => {
  await tellAndKill(orders, answer)
  worker.send({})
  await done()
  expect(receiver.received).toHaveLength(requests)
  const { event } = await last()
  for (const { headers, json } of receiver.received) {
    expect([headers['webhook-id'], json.id]).toEqual([event, event])
  }
})

it('keeps the pause when killed after it wrote down a failure', async () => {
  await tellAndKill({ written: 'pending' }, { status: 500 })
  const { nextAttemptAt } = await last()
  worker.send({})
  await until(async () => (await jobs()).every(({ processing }) => !processing))
  expect(await jobs()).toEqual([expect.objectContaining({ waitUntil: nextAttemptAt })])
  expect(receiver.received).toHaveLength(1)
  await desk.makeDue()
  await done()
  expect(receiver.received).toHaveLength(2)
})

it('tells each event once when two processes tell at once', async () => {
  const other = await workers.start()
  worker = await workers.start()
  const before = (await desk.deliveries(webhook)).length
  const reports = []
  for (let count = 0; count < 4; count += 1) reports.push(await desk.published((year += 1)))
  worker.send({})
  other.send({})
  await until(async () => (await jobs()).length === 0)
  await kill(other)
  const log = (await desk.deliveries(webhook)).slice(before)
  expect(log.map(({ state }) => state)).toEqual(reports.map(() => 'delivered'))
  expect(receiver.received.map(({ json }) => json.id).sort()).toEqual(
    log.map(({ event }) => event).sort(),
  )
})

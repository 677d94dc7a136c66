import type { Payload } from 'payload'
import { formatOf } from '../../src/formats/index.ts'
import type { Webhook, WebhookDelivery } from '../../src/payload-types.ts'
import { deliveryJobs } from '../../src/webhooks/jobs.ts'
import { patience } from '../../src/webhooks/Patience.ts'
import { balancedTables, variedLeaf } from './balancedTables.ts'
import type { Booted } from './boot.ts'
import { newReport, type Office } from './office.ts'
import { restClient, type RestClient } from './rest.ts'

/** A town whose reports are published, and websites that are told. */
export interface WebhookOffice {
  rest: RestClient
  /** A webhook of the county unless it says otherwise. */
  webhook: (data: Partial<Webhook> & { url: string }) => Promise<Webhook>
  /** Whose secret is known, since it was just given out. */
  secretOf: (webhook: Webhook) => Promise<string>
  /** Publishes a report of the town. @returns its id */
  published: (year: number) => Promise<string>
  /** Publishes it once more, as a correction. */
  corrected: (report: string, reason: string) => Promise<void>
  withdrawn: (report: string) => Promise<void>
  /** In the order of their making. */
  deliveries: (webhook: Webhook) => Promise<WebhookDelivery[]>
  /** Lets the time come of all that waits for it. */
  makeDue: () => Promise<void>
  /** Runs what is queued, without the pauses between tries. */
  work: () => Promise<void>
}

export async function furnishWebhooks(booted: Booted, office: Office): Promise<WebhookOffice> {
  const { payload } = booted
  const rest = await restClient(booted, office)
  const verb = async (report: string, name: string, body?: unknown) => {
    const answer = await rest.as('reviewer').call('POST', `/api/reports/${report}/${name}`, body)
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  }
  return {
    rest,
    webhook: (data) =>
      payload.create({
        collection: 'webhooks',
        data: {
          name: '县政府网站',
          organization: office.county.id,
          events: ['report.published', 'report.revised', 'report.withdrawn'],
          active: true,
          ...data,
        },
        depth: 0,
      }),
    secretOf: async ({ id }) => {
      const { body } = await rest.as('administrator').call('POST', `/api/webhooks/${id}/secret`)
      return body.secret
    },
    published: (year) => published(payload, rest, office, year),
    corrected: async (report, comment) => {
      await verb(report, 'revise', { comment })
      await verb(report, 'publish')
    },
    withdrawn: (report) => verb(report, 'withdraw', { comment: '内容有误' }),
    deliveries: async (webhook) => {
      const { docs } = await payload.find({
        collection: 'webhook-deliveries',
        where: { webhook: { equals: webhook.id } },
        sort: 'createdAt',
        pagination: false,
        depth: 0,
      })
      return docs
    },
    makeDue: () => makeDue(payload),
    work: () => work(payload),
  }

  async function published(
    payload: Payload,
    rest: RestClient,
    { town }: Office,
    year: number,
  ): Promise<string> {
    const { id } = await newReport(payload, town.id, year)
    const tables = balancedTables(formatOf('2021'), variedLeaf(year))
    const editor = rest.as('editor')
    await editor.call('PUT', `/api/reports/${id}/tables`, { revision: 0, tables })
    const { body } = await editor.call('GET', `/api/reports/${id}/reconciliation`)
    for (const { key, severity } of body.findings) {
      if (severity !== 'warning') continue
      await editor.call('POST', `/api/reports/${id}/acknowledge`, { key, reason: '属实' })
    }
    await verb(id, 'publish')
    return id
  }
}

async function makeDue(payload: Payload): Promise<void> {
  const now = new Date().toISOString()
  await payload.db.updateMany({
    collection: 'webhook-deliveries',
    where: { state: { equals: 'pending' } },
    data: { nextAttemptAt: now },
  })
  await payload.db.updateMany({
    collection: 'payload-jobs',
    where: { waitUntil: { exists: true } },
    data: { waitUntil: null },
  })
}

async function work(payload: Payload): Promise<void> {
  await makeDue(payload)
  const { docs } = await payload.find({ collection: 'webhooks', pagination: false, depth: 0 })
  for (const { id } of docs) patience.forget(id)
  await deliveryJobs.run(payload, 50, true)
}

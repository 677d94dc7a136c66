import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import type { User } from '../../src/payload-types.ts'
import type { ReportContent } from '../../src/publication/types.ts'
import { prepareImage } from '../../src/publication/prepareImage.ts'
import { canonicalJson, digestOf } from '../../src/publication/canonical.ts'
import { storeReport } from '../../src/importing/storeReport.ts'
import { yingqiu2020, yingqiu2020Reasons } from '../../src/sample/yingqiu2020.ts'
import { acknowledge } from '../../src/workflow/acknowledge.ts'
import { publish } from '../../src/workflow/publish.ts'
import { furnish, newReport, type Office } from './office.ts'
import { picture } from './pictures.ts'
import { reportContent } from './publications.ts'
import { image, paragraph, state, text } from './richText.ts'

/** Something of everything that a database may hold. */
export interface FullOffice extends Office {
  apiKey: string
  /** A report with a picture in its text. */
  report: string
  picture: string
}

export async function furnishFully(payload: Payload): Promise<FullOffice> {
  const office = await furnish(payload)
  await publishSample(payload, office)
  const { id: organization } = office.town
  await payload.update({
    collection: 'organizations',
    id: office.county.id,
    data: { deadlines: [{ kind: 'organ', month: 1, day: 25 }] },
  })
  const photo = await upload(payload)
  const channel = await payload.create({
    collection: 'channels',
    data: {
      ...{ name: '清河发布', slug: 'qinghe-fabu', kind: 'wechat', organization },
      ...{ appId: 'wx0123456789abcdef', cover: photo },
    },
    depth: 0,
  })
  const report = await newReport(payload, organization, 2022)
  await payload.update({
    collection: 'reports',
    id: report.id,
    data: {
      channels: [channel.id],
      disclosureFigures: { total: 5, channels: [{ channel: channel.id, count: 5 }] },
    },
  })
  await showPicture(payload, report.id, photo)
  const apiKey = 'a0000000-0000-4000-8000-00000000000a'
  await payload.create({
    collection: 'api-clients',
    data: {
      ...{ name: '公众号系统', enableAPIKey: true, apiKey },
      ...{ organization, channels: [channel.id] },
    },
  })
  await publishWithPicture(payload, office, channel.id)
  await tellWebsite(payload, organization)
  await setPreference(payload, office, report.id)
  return { ...office, apiKey, report: report.id, picture: photo }
}

/** By the workflow itself, with what was acknowledged on the way. */
async function publishSample(payload: Payload, { town, people }: Office): Promise<void> {
  const as = (person: User) =>
    createLocalReq({ user: { ...person, collection: 'users' as const } }, payload)
  const req = await as(people.editor)
  const { id } = await storeReport(req, yingqiu2020, { organization: town.id, year: 2020 })
  for (const [rule, reason] of Object.entries(yingqiu2020Reasons)) {
    await acknowledge(req, id, { rule, reason })
  }
  await publish(await as(people.reviewer), id)
}

async function upload(payload: Payload): Promise<string> {
  const data = await picture({ width: 600, height: 400, noise: true })
  const file = { data, mimetype: 'image/png', name: '封面.png', size: data.length }
  const { id } = await payload.create({ collection: 'media', data: { alt: '图' }, file })
  return id
}

async function showPicture(payload: Payload, report: string, photo: string): Promise<void> {
  await payload.db.updateOne({
    collection: 'sections',
    where: { and: [{ report: { equals: report } }, { key: { equals: 'overview' } }] },
    data: { content: state(paragraph(text('见图。')), image(photo)) },
  })
}

/** A publication that was pushed, with its picture, its receipt and the calls it took. */
async function publishWithPicture(
  payload: Payload,
  { town }: Office,
  channel: string,
): Promise<void> {
  const prepared = await prepareImage(await picture({ colour: '#1f6f43' }))
  const { name, mimeType, width, height, data } = prepared!
  await payload.db.create({
    collection: 'published-images',
    data: { name, mimeType, width, height, data: data.toString('base64') },
  })
  const content: ReportContent = reportContent({ slug: town.slug, name: town.name, year: 2019 })
  const report = await newReport(payload, town.id, 2019)
  const of = { report: report.id, organization: town.id }
  const digest = digestOf(content)
  const publication = await payload.db.create({
    collection: 'publications',
    data: {
      ...{ title: content.title, ...of, organizationSlug: town.slug, organizationName: town.name },
      ...{ region: '', year: 2019, format: content.format, revision: 1, state: 'current' },
      ...{ digest, publishedAt: new Date().toISOString(), sequence: 7, latest: true },
      ...{ content: canonicalJson(content), imageNames: [name], searchText: '' },
    },
  })
  const ids = { publication: publication.id, organization: town.id, channel }
  await payload.db.create({
    collection: 'receipts',
    data: {
      ...{ ...ids, report: report.id, revision: 1, digest },
      ...{ link: 'https://mp.weixin.qq.com/s/a', recordedAt: new Date().toISOString() },
    },
  })
  await payload.db.create({
    collection: 'wechat-drafts',
    data: {
      ...{ ...ids, title: content.title, state: 'failed', attempts: 2, owner: null },
      // By the name of the picture; the stand-in for MongoDB takes no full stop in a key.
      uploads: { [name.replace('.', '_')]: 'http://mmbiz.qpic.cn/1' },
    },
  })
  await payload.db.create({ collection: 'wechat-calls', data: { key: 'wx 2026 token', count: 3 } })
}

/** A website that is told, and a notice that it has not taken yet. */
async function tellWebsite(payload: Payload, organization: string): Promise<void> {
  const occurredAt = new Date().toISOString()
  const webhook = await payload.db.create({
    collection: 'webhooks',
    data: {
      ...{ name: '门户网站', organization, url: 'https://www.example/hook', active: true },
      ...{ events: ['report.withdrawn', 'report.published'], secret: 'encrypted' },
    },
  })
  await payload.db.create({
    collection: 'webhook-deliveries',
    data: {
      ...{ title: '测试', webhook: webhook.id, organization, state: 'pending', tries: 1 },
      ...{ type: 'webhook.test', occurredAt, event: 'msg_1', body: '{}' },
      ...{ attempts: [{ at: occurredAt, status: 503, error: null }], nextAttemptAt: occurredAt },
    },
  })
}

async function setPreference(payload: Payload, { people }: Office, report: string): Promise<void> {
  const user = { relationTo: 'users', value: people.editor.id }
  const data = { user, key: `collection-reports-${report}`, value: { fields: { tab: 1 } } }
  await payload.db.create({ collection: 'payload-preferences', data })
}

export const requestOf = (payload: Payload, office: Office): Promise<PayloadRequest> =>
  createLocalReq({ user: { ...office.people.editor, collection: 'users' } }, payload)

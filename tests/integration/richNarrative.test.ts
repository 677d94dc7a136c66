import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { Express } from 'express'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createLocalReq, handleEndpoints, type Payload } from 'payload'
import request from 'supertest'
import { createDelivery } from '../../src/delivery/createDelivery.ts'
import { payloadStore } from '../../src/delivery/payloadStore.ts'
import { findReport } from '../../src/desk/findReport.ts'
import { reconcileReport } from '../../src/desk/reconcileReport.ts'
import { formatOf } from '../../src/formats/index.ts'
import { onAnnouncement } from '../../src/publication/announcements.ts'
import { digestOf } from '../../src/publication/canonical.ts'
import { contentOf } from '../../src/publication/contentOf.ts'
import type { ReportJson } from '../../src/publication/reportJson.ts'
import { balancedTables, variedLeaf } from '../support/balancedTables.ts'
import { boot, type Booted } from '../support/boot.ts'
import { furnish, newReport, password, type Office, type PersonKey } from '../support/office.ts'
import { picture, type PictureOptions } from '../support/pictures.ts'
import { restClient, type RestClient } from '../support/rest.ts'
import { figure, image, paragraph, state, text } from '../support/richText.ts'

const baseUrl = 'https://gk.example'
const folder = mkdtempSync(path.join(os.tmpdir(), 'gongkai-media-'))

let booted: Booted
let payload: Payload
let office: Office
let rest: RestClient
let app: Express

beforeAll(async () => {
  booted = await boot()
  payload = booted.payload
  payload.collections.media.config.upload.staticDir = folder
  office = await furnish(payload)
  rest = await restClient(booted, office)
  app = otherProcess()
})
afterAll(async () => {
  await booted.stop()
  rmSync(folder, { recursive: true, force: true })
})

function otherProcess(): Express {
  const delivery = createDelivery(payloadStore(payload), { baseUrl })
  onAnnouncement(({ organization, year }) => delivery.forget(organization, year))
  return delivery.app
}

const received = 'tables.applications.received.total'

let year = 2070
let report: string
let revision: number
let part: string

/** A report of its own for every test, ready to be published but for its text. */
beforeEach(async () => {
  report = (await newReport(payload, office.town.id, ++year)).id
  revision = 0
  await save(balancedTables(formatOf('2021'), variedLeaf(year)))
  const { docs } = await payload.find({
    collection: 'sections',
    where: { report: { equals: report }, key: { equals: 'overview' } },
  })
  part = docs[0]!.id
})

async function save(tables: unknown): Promise<void> {
  const call = rest.as('editor').call
  const { status, body } = await call('PUT', `/api/reports/${report}/tables`, { revision, tables })
  expect(status).toBe(200)
  revision = body.revision
}

const write = (...children: unknown[]) =>
  rest.as('editor').call('PATCH', `/api/sections/${part}`, { content: state(...children) })

const verb = (name: string) => rest.as('reviewer').call('POST', `/api/reports/${report}/${name}`)

async function publish() {
  const call = rest.as('editor').call
  const { body } = await call('GET', `/api/reports/${report}/reconciliation`)
  for (const { key, severity, acknowledged } of body.findings) {
    if (severity !== 'warning' || acknowledged) continue
    await call('POST', `/api/reports/${report}/acknowledge`, { key, reason: '属实' })
  }
  return verb('publish')
}

async function upload(alt: string, options: PictureOptions = {}): Promise<string> {
  const data = await picture(options)
  const { id } = await payload.create({
    collection: 'media',
    data: { alt },
    file: { data, mimetype: `image/${options.format ?? 'png'}`, name: 'a.png', size: data.length },
  })
  return id
}

const read = async (from = app) =>
  (await request(from).get(`/v1/reports/qinghe/${year}`).expect(200)).body as ReportJson
const overviewOf = ({ sections }: ReportJson) => sections[0]!
const pathOf = (name: string, of = year) => `/v1/reports/qinghe/${of}/images/${name}`

/** The proof that a reader has, as reportJson.ts describes it. */
function provenDigest({ publishedAt, revision: _, digest, url, links, ...content }: ReportJson) {
  const frozen = JSON.stringify(content).replaceAll(
    `<img src=\\"${url}/images/`,
    '<img src=\\"images/',
  )
  return digestOf(JSON.parse(frozen))
}

describe('a figure bound to a cell', () => {
  it('is published as the number that stands there, and follows a correction', async () => {
    await write(paragraph(text('收到申请'), figure(received), text('件。')))
    expect((await publish()).status).toBe(200)
    const first = await read()
    const total = first.tables.applications.rows.find(({ key }) => key === 'received')!.cells.total!
    const words = `收到申请${total}件。`
    expect(overviewOf(first)).toMatchObject({ html: `<p>${words}</p>`, text: words })

    expect((await verb('revise')).status).toBe(200)
    await save(balancedTables(formatOf('2021'), variedLeaf(year + 1000)))
    expect((await publish()).body).toMatchObject({ stage: 'published', revision: 2 })
    const second = await read()
    const other = second.tables.applications.rows.find(({ key }) => key === 'received')!.cells.total
    expect(other).not.toBe(total)
    expect(overviewOf(second).text).toBe(`收到申请${other}件。`)
    expect(overviewOf(first).text).toBe(words)
  })

  it('is refused while its number is blank or gone, by name', async () => {
    await write(
      paragraph(figure('disclosureFigures.total'), figure('disclosureFigures.channels.gone')),
    )
    const { status, body } = await publish()
    expect(status).toBe(400)
    expect(body.errors[0].data.errors).toEqual([
      {
        path: 'sections.references',
        message: '“一、总体情况”中引用的主动公开总数还没有填写（共 2 处）',
      },
    ])
    await request(app).get(`/v1/reports/qinghe/${year}`).expect(404)
    await write(paragraph(figure('disclosureFigures.total')))
    const disclosureFigures = { total: 214 }
    await payload.update({ collection: 'reports', id: report, data: { disclosureFigures } })
    expect((await publish()).status).toBe(200)
    expect(overviewOf(await read()).text).toBe('214')
  })

  it('is read by the rules as its number', async () => {
    await write(paragraph(text('收到申请'), figure(received), text('件。')))
    const { body } = await rest.as('editor').call('GET', `/api/reports/${report}/desk`)
    const total = body.tables.applications.received.total
    expect(body).toMatchObject({
      year,
      narrative: [{ id: part, section: 'overview', text: `收到申请${total}件。` }],
    })
  })
})

describe('an image', () => {
  it('is public with its report, from every process, as it was published', async () => {
    const id = await upload('办事大厅', { width: 2160, height: 1080, format: 'jpeg' })
    expect((await write(paragraph(text('如图：')), image(id))).status).toBe(200)
    expect((await publish()).status).toBe(200)

    const body = await read()
    const [published] = body.images!
    expect(body.images).toEqual([
      {
        name: expect.stringMatching(/^[0-9a-f]{64}\.jpg$/),
        alt: '办事大厅',
        width: 1080,
        height: 540,
      },
    ])
    const url = baseUrl + pathOf(published!.name)
    expect(overviewOf(body)).toMatchObject({
      html: `<p>如图：</p><p><img src="${url}" alt="办事大厅" width="1080" height="540" /></p>`,
      text: '如图：',
    })
    expect(provenDigest(body)).toBe(body.digest)

    rmSync(folder, { recursive: true })
    for (const process of [app, otherProcess()]) {
      const answer = await request(process).get(pathOf(published!.name)).expect(200)
      expect(answer.headers).toMatchObject({
        'content-type': 'image/jpeg',
        'cache-control': 'public, max-age=0, must-revalidate',
        'x-content-type-options': 'nosniff',
      })
      expect(answer.headers['content-encoding']).toBeUndefined()
      expect(answer.body.length).toBe(Number(answer.headers['content-length']))
      await request(process)
        .get(pathOf(published!.name))
        .set('If-None-Match', answer.headers.etag!)
        .expect(304)
    }
  })

  it('is not there before, elsewhere, under another name, or in the desk’s API', async () => {
    const id = await upload('图', { colour: '#00c000' })
    await write(image(id))
    const draft = await rest.as('editor').call('GET', `/api/reports/${report}/state`)
    expect(draft.status).toBe(200)
    expect((await publish()).status).toBe(200)
    const { name } = (await read()).images![0]!
    await request(app).get(pathOf(name)).expect(200)
    await request(app)
      .get(pathOf(name, year - 1))
      .expect(404)
    await request(app)
      .get(pathOf(name.replace('.png', '.jpg')))
      .expect(404)
    await request(app).get(pathOf('..%2F..%2Fsecret')).expect(404)
    for (const person of [undefined, 'wechat', 'administrator'] as const) {
      const { status } = await rest.as(person).call('GET', '/api/published-images')
      expect(status).toBe(403)
    }
    const stranger = await rest.as(undefined).call('GET', '/api/media')
    expect(stranger.status).toBe(403)
  })

  it('goes with the last revision that shows it, and at once', async () => {
    const first = await upload('旧图', { colour: '#0000c0' })
    await write(image(first))
    await publish()
    const old = (await read()).images![0]!.name
    await request(app).get(pathOf(old)).expect(200)
    await verb('revise')
    await write(image(await upload('新图', { colour: '#00c0c0' })))
    await request(app).get(pathOf(old)).expect(200)
    const [later = ''] = await draftNames()
    await request(app).get(pathOf(later)).expect(404)
    expect(await draftImage('editor', later)).toEqual({ status: 200, type: 'image/png' })
    expect(await draftImage('otherEditor', later)).toMatchObject({ status: 404 })
    expect(await draftImage('editor', old)).toMatchObject({ status: 404 })
    await publish()
    const current = (await read()).images![0]!.name
    expect(later).toBe(current)
    for (const name of [old, current]) await request(app).get(pathOf(name)).expect(200)

    await verb('withdraw')
    for (const name of [old, current]) await request(app).get(pathOf(name)).expect(410)
    await verb('revise')
    for (const name of [old, current]) await request(app).get(pathOf(name)).expect(410)
    await publish()
    await request(app).get(pathOf(old)).expect(404)
    await request(app).get(pathOf(current)).expect(200)
  })

  it('gives the same digest each time, and another when it is another', async () => {
    const id = await upload('图', { colour: '#c0c000' })
    await write(image(id), image(await upload('同一张图', { colour: '#c0c000' })))
    await publish()
    const first = await read()
    expect(first.images).toHaveLength(1)
    await verb('revise')
    await publish()
    expect((await read()).digest).toBe(first.digest)
    await verb('revise')
    await write(image(await upload('图', { colour: '#c0c0c0' })))
    await publish()
    expect((await read()).digest).not.toBe(first.digest)
  })

  it('is listed beside the article, whose text shows none', async () => {
    await write(paragraph(text('如图：')), image(await upload('大厅', { colour: '#404040' })))
    await publish()
    const { name } = (await read()).images![0]!
    const { body } = await request(app).get(`/v1/reports/qinghe/${year}/wechat`).expect(200)
    expect(body.images).toContainEqual({
      name,
      url: baseUrl + pathOf(name),
      alt: '大厅',
      width: 40,
      height: 30,
    })
    expect(body.content).toContain('如图：')
    expect(body.content).not.toMatch(/<img|images\//)
    expect(body.warnings).toContainEqual(
      expect.objectContaining({ code: 'content.imagesLeftOut', actual: body.images.length }),
    )
  })

  it('that was deleted bars publishing, by name', async () => {
    const id = await upload('图')
    await write(image(id))
    await payload.delete({ collection: 'media', id })
    const { status, body } = await publish()
    expect({ status, message: body.errors[0].message }).toEqual({
      status: 400,
      message: expect.stringContaining('“一、总体情况”中有一张图片已被删除'),
    })
    // A word may be corrected all the same, and the picture taken out.
    expect((await write(paragraph(text('改')), image(id))).status).toBe(200)
    expect((await write(paragraph(text('改')))).status).toBe(200)
    expect((await publish()).status).toBe(200)
  })
})

/** The names that the images of the draft will have. */
async function draftNames(): Promise<string[]> {
  const req = await createLocalReq({}, payload)
  const draft = await findReport(req, report)
  const { images = [] } = await contentOf(req, draft, await reconcileReport(req, draft))
  return images.map(({ name }) => name)
}

/** An image as the preview asks for it. */
async function draftImage(person: PersonKey, name: string) {
  const { email } = office.people[person]
  const { token } = await payload.login({ collection: 'users', data: { email, password } })
  const address = `http://localhost/api/reports/${report}/images/${name}`
  const { status, headers } = await handleEndpoints({
    config: booted.config,
    request: new Request(address, { headers: { Authorization: `JWT ${token}` } }),
  })
  return { status, type: headers.get('Content-Type') }
}

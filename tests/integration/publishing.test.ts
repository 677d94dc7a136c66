import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Express } from 'express'
import type { Payload } from 'payload'
import { createHash } from 'node:crypto'
import request from 'supertest'
import { createDelivery } from '../../src/delivery/createDelivery.ts'
import { payloadStore } from '../../src/delivery/payloadStore.ts'
import { formatOf, formats } from '../../src/formats/index.ts'
import type { TablesData } from '../../src/formats/types.ts'
import { onAnnouncement } from '../../src/publication/announcements.ts'
import { digestOf } from '../../src/publication/canonical.ts'
import { balancedTables, variedLeaf } from '../support/balancedTables.ts'
import { boot, type Booted } from '../support/boot.ts'
import { fixture } from '../support/fixture.ts'
import { furnish, newReport, type Office } from '../support/office.ts'
import { restClient, type RestClient } from '../support/rest.ts'

let booted: Booted
let payload: Payload
let office: Office
let rest: RestClient
let app: Express

beforeAll(async () => {
  booted = await boot()
  payload = booted.payload
  office = await furnish(payload)
  rest = await restClient(booted, office)
  const delivery = createDelivery(payloadStore(payload), {
    baseUrl: 'http://localhost:3000',
  })
  onAnnouncement(({ organization, year }) => delivery.forget(organization, year))
  app = delivery.app
})
afterAll(() => booted.stop())

const verb = (id: string, name: string, body?: unknown) =>
  rest.as('reviewer').call('POST', `/api/reports/${id}/${name}`, body)
const save = (id: string, revision: number, tables: unknown) =>
  rest.as('editor').call('PUT', `/api/reports/${id}/tables`, { revision, tables })
const acknowledge = (id: string, body: unknown) =>
  rest.as('editor').call('POST', `/api/reports/${id}/acknowledge`, body)

/** Acknowledges all that is open, so that the test can go on to publishing. */
async function acknowledgeAll(id: string): Promise<void> {
  const { body } = await rest.as('editor').call('GET', `/api/reports/${id}/reconciliation`)
  for (const { key, severity, acknowledged } of body.findings) {
    if (severity === 'warning' && !acknowledged) await acknowledge(id, { key, reason: '属实' })
  }
}

async function published(year: number, leaf = variedLeaf(year)): Promise<string> {
  const { id } = await newReport(payload, office.town.id, year)
  expect((await save(id, 0, balancedTables(formatOf('2021'), leaf))).status).toBe(200)
  await acknowledgeAll(id)
  expect((await verb(id, 'publish')).status).toBe(200)
  return id
}

const publicTables = (body: {
  tables: Record<string, { rows: { key: string; cells: object }[] }>
}) =>
  Object.fromEntries(
    Object.entries(body.tables).map(([table, { rows }]) => [
      table,
      Object.fromEntries(rows.map(({ key, cells }) => [key, cells])),
    ]),
  )

describe('the round trip', () => {
  it.each(formats.map((format, i) => ({ format, year: 2030 + i })))(
    'create, fill, save, publish and read back gives every cell of $format.key',
    async ({ format, year }) => {
      const { id } = await newReport(payload, office.otherTown.id, year, format.key)
      const tables: TablesData = balancedTables(format, variedLeaf(year))
      const put = await rest
        .as('otherEditor')
        .call('PUT', `/api/reports/${id}/tables`, { revision: 0, tables })
      expect(put.status).toBe(200)
      for (const { key, severity } of put.body.reconciliation.findings) {
        if (severity !== 'warning') continue
        await rest
          .as('otherEditor')
          .call('POST', `/api/reports/${id}/acknowledge`, { key, reason: '属实' })
      }
      const answer = await rest.as('supervisor').call('POST', `/api/reports/${id}/publish`)
      expect(answer).toMatchObject({ status: 200, body: { stage: 'published', revision: 1 } })
      const read = await request(app).get(`/v1/reports/baiyun/${year}`).expect(200)
      expect(publicTables(read.body)).toEqual(tables)
      expect(read.body).toMatchObject({
        format: format.key,
        reconciliation: { status: 'balanced' },
        digest: answer.body.digest,
      })
      const { publishedAt, revision, digest, url, links, ...content } = read.body
      expect(digestOf(content)).toBe(digest)
      for (const table of ['disclosure', 'applications', 'disputes']) {
        await request(app).get(`/v1/reports/baiyun/${year}/tables/${table}.csv`).expect(200)
      }
      const article = await request(app).get(`/v1/reports/baiyun/${year}/wechat`).expect(200)
      expect(article.body.content.length).toBeLessThan(20_000)
    },
  )
})

describe('the charts of a publication', () => {
  it('are kept with it, served under it, and named by the article', async () => {
    await published(2093)
    const { body } = await request(app).get('/v1/reports/qinghe/2093/wechat').expect(200)
    expect(body.cover).toMatchObject({
      width: 900,
      height: 383,
      alt: expect.stringContaining('2093'),
    })
    expect(body.images).toHaveLength(2)
    for (const { url, name } of [body.cover, ...body.images]) {
      const answer = await request(app).get(new URL(url).pathname).expect(200)
      expect(answer.headers['content-type']).toBe('image/png')
      expect(createHash('sha256').update(answer.body).digest('hex')).toBe(name.slice(0, 64))
    }
  })
})

describe('publishing', () => {
  it('is refused while cells are blank, and says which', async () => {
    const { id } = await newReport(payload, office.town.id, 2040)
    const answer = await verb(id, 'publish')
    expect(answer.status).toBe(400)
    expect(answer.body.errors[0].message).toContain('尚未填完')
    await request(app).get('/v1/reports/qinghe/2040').expect(404)
  })

  it('waits for every warning to be explained, and an error is never explained away', async () => {
    const { id } = await newReport(payload, office.town.id, 2041)
    const { channel } = await makeChannel()
    await payload.update({
      collection: 'reports',
      id,
      data: { disclosureFigures: { total: 214, channels: [{ channel, count: 242 }] } },
    })
    const early = await acknowledge(id, { rule: 'cells.blank', reason: '不填' })
    expect(early.status).toBe(400)
    await save(
      id,
      0,
      balancedTables(formatOf('2021'), () => 0),
    )
    const refused = await verb(id, 'publish')
    expect(refused.status).toBe(400)
    expect(refused.body.errors[0].message).toContain('242')
    expect(await acknowledge(id, { rule: 'channels.within', reason: ' ' })).toMatchObject({
      status: 400,
    })
    const explained = await acknowledge(id, { rule: 'channels.within', reason: '含转载' })
    expect(explained.body.findings).toContainEqual(
      expect.objectContaining({
        rule: 'channels.within',
        acknowledged: expect.objectContaining({ by: '示例editor', reason: '含转载' }),
      }),
    )
    expect((await verb(id, 'publish')).body.errors[0].message).toContain('零报告声明')
    await acknowledge(id, { rule: 'nil.declared', reason: '确为零' })
    expect((await verb(id, 'publish')).status).toBe(200)
    const { body } = await request(app).get('/v1/reports/qinghe/2041').expect(200)
    expect(body.reconciliation.acknowledged).toHaveLength(2)
    expect(JSON.stringify(body)).not.toContain('示例editor')
  })

  it('asks again once the values that were explained have changed', async () => {
    const { id } = await newReport(payload, office.town.id, 2042)
    await save(
      id,
      0,
      balancedTables(formatOf('2021'), () => 0),
    )
    const { channel } = await makeChannel()
    const figures = (count: number) =>
      payload.update({
        collection: 'reports',
        id,
        data: { disclosureFigures: { total: 1, channels: [{ channel, count }] } },
      })
    await figures(2)
    await acknowledgeAll(id)
    await figures(3)
    expect((await verb(id, 'publish')).body.errors[0].message).toContain('公开 3 条')
    await figures(2)
    expect((await verb(id, 'publish')).status).toBe(200)
  })

  it('shows a correction only when it is published, and keeps the old revision readable', async () => {
    const id = await published(2043)
    const first = await request(app).get('/v1/reports/qinghe/2043').expect(200)
    const inPlace = await save(id, 1, { disclosure: { penalty: { decisions: 500 } } })
    expect(inPlace.status).toBe(409)
    const patched = await rest.as('editor').call('PATCH', `/api/reports/${id}`, { preamble: '改' })
    expect(patched.status).toBe(409)
    const where = { report: { equals: id } }
    const row = (await payload.find({ collection: 'table-rows', where, limit: 1 })).docs[0]
    const section = (await payload.find({ collection: 'sections', where, limit: 1 })).docs[0]
    for (const [path, data] of [
      [`/api/table-rows/${row?.id}`, { cells: row?.cells }],
      [`/api/sections/${section?.id}`, { content: null }],
    ] as const) {
      expect((await rest.as('editor').call('PATCH', path, data)).status).toBe(409)
    }
    expect((await acknowledge(id, { rule: 'nil.declared', reason: '属实' })).status).toBe(409)
    expect((await verb(id, 'publish')).status).toBe(409)

    expect((await verb(id, 'revise', { comment: '更正行政处罚数' })).status).toBe(200)
    expect((await save(id, 1, { disclosure: { penalty: { decisions: 500 } } })).status).toBe(200)
    const meanwhile = await request(app).get('/v1/reports/qinghe/2043').expect(200)
    expect(meanwhile.text).toBe(first.text)

    await acknowledgeAll(id)
    expect(await verb(id, 'publish')).toMatchObject({ status: 200, body: { revision: 2 } })
    const second = await request(app).get('/v1/reports/qinghe/2043').expect(200)
    expect(second.body.revision).toBe(2)
    expect(second.body.digest).not.toBe(first.body.digest)
    expect(publicTables(second.body)).toMatchObject({
      disclosure: { penalty: { decisions: 500 } },
    })
    const { body } = await request(app).get('/v1/reports/qinghe/2043/revisions').expect(200)
    expect(body.docs.map(({ revision }: { revision: number }) => revision)).toEqual([2, 1])
    expect(body.docs[0].correctionReason).toBe('更正行政处罚数')
    expect(body.docs.map(({ state }: { state: string }) => state)).toEqual([
      'current',
      'superseded',
    ])
    const listed = await request(app).get('/v1/reports?organization=qinghe&year=2043').expect(200)
    expect(listed.body.totalDocs).toBe(1)
    const old = await request(app).get('/v1/reports/qinghe/2043/revisions/1').expect(200)
    expect(publicTables(old.body)).toEqual(publicTables(first.body))
  })

  it('withdraws at once, from lists too, and brings back by a correction', async () => {
    const id = await published(2044)
    await request(app).get('/v1/reports/qinghe/2044').expect(200)
    expect((await verb(id, 'withdraw', { comment: '内容有误' })).status).toBe(200)
    await request(app).get('/v1/reports/qinghe/2044').expect(410)
    for (const path of ['wechat', 'tables/disputes.json', 'revisions/1']) {
      const { status } = await request(app).get(`/v1/reports/qinghe/2044/${path}`)
      expect([404, 410]).toContain(status)
    }
    const { body } = await request(app).get('/v1/reports?organization=qinghe&year=2044')
    expect(body.totalDocs).toBe(0)
    expect((await verb(id, 'withdraw')).status).toBe(409)
    expect((await verb(id, 'revise')).status).toBe(200)
    await request(app).get('/v1/reports/qinghe/2044').expect(410)
    expect((await verb(id, 'publish')).status).toBe(200)
    await request(app).get('/v1/reports/qinghe/2044').expect(200)
  })

  it('takes back every revision, and none returns with the next one', async () => {
    const id = await published(2053)
    await verb(id, 'revise')
    await verb(id, 'publish')
    await request(app).get('/v1/reports/qinghe/2053/revisions/1').expect(200)
    await verb(id, 'withdraw')
    await verb(id, 'revise')
    await verb(id, 'publish')
    await request(app).get('/v1/reports/qinghe/2053/revisions/1').expect(410)
    await request(app).get('/v1/reports/qinghe/2053/revisions/2').expect(410)
    await request(app).get('/v1/reports/qinghe/2053/revisions/3').expect(200)
    const { body } = await request(app).get('/v1/reports/qinghe/2053/revisions').expect(200)
    expect(body.docs.map(({ revision }: { revision: number }) => revision)).toEqual([3])
  })

  it('gives the same digest to the same content, and the organ its present name', async () => {
    const id = await published(2054)
    const digest = async () =>
      (await request(app).get('/v1/reports/qinghe/2054').expect(200)).body.digest
    const first = await digest()
    await verb(id, 'revise')
    await verb(id, 'publish')
    expect(await digest()).toBe(first)
    await verb(id, 'revise')
    const rename = (name: string) =>
      payload.update({ collection: 'organizations', id: office.town.id, data: { name } })
    await rename('清河街道办事处')
    await verb(id, 'publish')
    const { body } = await request(app).get('/v1/reports/qinghe/2054').expect(200)
    expect(body).toMatchObject({
      title: '清河街道办事处2054年政府信息公开工作年度报告',
      organization: { name: '清河街道办事处' },
      signature: { name: '清河街道办事处' },
    })
    await rename('清河镇人民政府')
  })

  it('quotes no figure of a report of the year before that is not public', async () => {
    const draft = await newReport(payload, office.town.id, 2060)
    const before = balancedTables(formatOf('2021'), () => 7_654)
    expect((await save(draft.id, 0, before)).status).toBe(200)
    const id = await published(2061, variedLeaf(1))
    const secret = String(before.applications.carriedOut?.total)
    const read = () => request(app).get('/v1/reports/qinghe/2061').expect(200)
    const hidden = await read()
    expect(hidden.body.reconciliation.acknowledged.length).toBeGreaterThan(0)
    for (const number of [secret, '7654']) expect(hidden.text).not.toContain(number)

    await acknowledgeAll(draft.id)
    expect((await verb(draft.id, 'publish')).status).toBe(200)
    await verb(id, 'revise')
    await verb(id, 'publish')
    expect((await read()).text).toContain('7654')
  })

  it('lets one of many who press the button at once through', async () => {
    const { id } = await newReport(payload, office.town.id, 2045)
    await save(id, 0, balancedTables(formatOf('2021'), variedLeaf(2045)))
    await acknowledgeAll(id)
    const answers = await Promise.all(Array.from({ length: 6 }, () => verb(id, 'publish')))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(5).fill(409)])
    const { totalDocs } = await payload.count({
      collection: 'publications',
      where: { report: { equals: id } },
    })
    expect(totalDocs).toBe(1)
  })

  it('cannot be undone or altered past the verbs', async () => {
    const id = await published(2046)
    const { docs } = await payload.find({
      collection: 'publications',
      where: { report: { equals: id } },
      depth: 0,
    })
    const publication = docs[0]!
    await expect(
      payload.update({ collection: 'publications', id: publication.id, data: { title: '改' } }),
    ).rejects.toThrow('不可更改')
    await expect(
      payload.delete({ collection: 'publications', id: publication.id }),
    ).rejects.toThrow('不可更改')
    const gone = await rest.as('administrator').call('DELETE', `/api/reports/${id}`)
    expect(gone.status).toBe(409)
    expect(digestOf(JSON.parse(publication.content))).toBe(publication.digest)
  })
})

describe('what the public finds', () => {
  it('lists by organ, region, year and words, newest first, and never a draft', async () => {
    const id = await published(2047)
    await newReport(payload, office.town.id, 2048)
    const { body } = await request(app).get('/v1/reports?organization=qinghe&limit=100').expect(200)
    const years = body.docs.map(({ year }: { year: number }) => year)
    expect(years[0]).toBe(2047)
    expect(years).not.toContain(2048)
    const total = async (query: string) =>
      (await request(app).get(`/v1/reports?${query}`).expect(200)).body.totalDocs
    expect(await total('year=2047')).toBe(1)
    expect(await total(`year=2047&region=${encodeURIComponent('示例省示例市')}`)).toBe(1)
    expect(await total(`year=2047&region=${encodeURIComponent('别处')}`)).toBe(0)
    expect(await total(`year=2047&q=${encodeURIComponent('清河镇')}`)).toBe(1)
    expect(await total(`year=2047&q=${encodeURIComponent('%')}`)).toBe(0)
    expect(await total(`year=2047&q=${encodeURIComponent('查无此词')}`)).toBe(0)
    await verb(id, 'withdraw')
    expect(await total('year=2047')).toBe(0)
  })

  it('lists a channel that an import found only with the report that names it', async () => {
    const form = new FormData()
    form.set('file', new File([new Uint8Array(fixture('importing/qinghe-2020.txt'))], 'a.txt'))
    const imported = await rest.as('editor').call('POST', '/api/reports/import', form)
    expect(imported.status).toBe(201)
    const { id, channels: named } = imported.body.report
    expect(named.length).toBeGreaterThan(0)
    const { docs } = await payload.find({
      collection: 'channels',
      where: { id: { in: named } },
      pagination: false,
    })
    const slugs = docs.map(({ slug }) => slug)
    const listed = async (): Promise<string[]> => {
      const { body } = await request(app).get('/v1/channels?limit=100').expect(200)
      return body.docs.map(({ slug }: { slug: string }) => slug)
    }
    expect((await listed()).filter((slug) => slugs.includes(slug))).toEqual([])
    await request(app).get(`/v1/channels/${slugs[0]}/articles`).expect(404)
    await acknowledgeAll(id)
    expect((await verb(id, 'publish')).status).toBe(200)
    expect(await listed()).toEqual(expect.arrayContaining(slugs))
  })

  it('follows a channel without missing or repeating an article, withdrawn ones included', async () => {
    const { slug } = await makeChannel()
    const seen: string[] = []
    let since = ''
    for (let pulls = 0; pulls < 20; pulls += 1) {
      if (pulls === 1) await published(2052)
      const { body } = await request(app)
        .get(
          `/v1/channels/${slug}/articles?limit=2${since && `&since=${encodeURIComponent(since)}`}`,
        )
        .expect(200)
      seen.push(...body.docs.map(({ id }: { id: string }) => id))
      since = body.next ?? since
      if (body.docs.length === 0) break
    }
    const { docs } = await payload.find({
      collection: 'publications',
      where: {
        and: [{ organization: { equals: office.town.id } }, { latest: { equals: true } }],
      },
      pagination: false,
      depth: 0,
    })
    expect(seen).toHaveLength(docs.length)
    expect(new Set(seen)).toEqual(new Set(docs.map(({ id }) => id)))
  })

  it('lists the organs with the years that are public', async () => {
    const { body } = await request(app).get('/v1/organizations').expect(200)
    expect(body.docs).toContainEqual({
      slug: 'baiyun',
      name: '白云镇人民政府',
      region: '示例省示例市',
      parent: 'shili',
      years: [2032, 2031, 2030],
    })
  })
})

let channels = 0
async function makeChannel(): Promise<{ channel: string; slug: string }> {
  channels += 1
  const slug = `qinghe-${channels}`
  const { id } = await payload.create({
    collection: 'channels',
    data: { name: `“清河${channels}”公众号`, slug, kind: 'wechat', organization: office.town.id },
  })
  return { channel: id, slug }
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Payload } from 'payload'
import { cellRefsOf, rowsOf } from '../../src/formats/cells.ts'
import { formats } from '../../src/formats/index.ts'
import { paragraphsToRichText } from '../../src/narrative/richText.ts'
import { boot, type Booted } from '../support/boot.ts'
import { furnish, newReport, type Office, type PersonKey } from '../support/office.ts'
import { restClient, type RestClient } from '../support/rest.ts'

let booted: Booted
let payload: Payload
let office: Office
let rest: RestClient

beforeAll(async () => {
  booted = await boot()
  payload = booted.payload
  office = await furnish(payload)
  rest = await restClient(booted, office)
})
afterAll(() => booted.stop())

describe('a new report', () => {
  it.each(formats.map((format, i) => ({ format, year: 2030 + i })))(
    'has its six sections and every row of $format.key, blank',
    async ({ format, year }) => {
      const report = await newReport(payload, office.town.id, year, format.key)
      const sections = await payload.find({
        collection: 'sections',
        where: { report: { equals: report.id } },
        sort: 'order',
        depth: 0,
      })
      expect(sections.docs.map(({ heading }) => heading)).toEqual(
        format.sections.map(({ heading }) => heading),
      )
      const rows = await payload.find({
        collection: 'table-rows',
        where: { report: { equals: report.id } },
        sort: 'order',
        pagination: false,
        depth: 0,
      })
      expect(rows.docs.map(({ row }) => row)).toEqual(rowsOf(format).map(({ row }) => row.key))
      const cells = rows.docs.flatMap((row) => Object.values(row.cells as Record<string, unknown>))
      expect(cells).toEqual(cellRefsOf(format).map(() => null))
      expect(report).toMatchObject({
        title: `清河镇人民政府${year}年政府信息公开工作年度报告`,
        stage: 'drafting',
        reconciliationStatus: 'incomplete',
        revision: 0,
      })
    },
  )

  it.each([
    [2019, '2019'],
    [2020, '2019'],
    [2021, '2021'],
    [2025, '2021'],
  ])('of %i has the form of %s by itself', async (year, format) => {
    expect((await newReport(payload, office.otherTown.id, year)).format).toBe(format)
  })

  it('of a year before there were forms is refused', async () => {
    const answer = await rest
      .as('editor')
      .call('POST', '/api/reports', { organization: office.town.id, year: 2015 })
    expect(answer.status).toBe(400)
    expect(answer.body.errors[0].message).toContain('没有法定格式')
  })

  it('is the only one of its organ and year, also when two are made at once', async () => {
    const make = () =>
      rest.as('editor').call('POST', '/api/reports', { organization: office.town.id, year: 2040 })
    const answers = await Promise.all([make(), make(), make()])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400])
    const refused = answers.find(({ status }) => status === 400)
    expect(refused?.body.errors[0].message).toContain('已经存在')
  })

  it('keeps its organ, year and form', async () => {
    const report = await newReport(payload, office.town.id, 2041)
    for (const data of [
      { year: 2042 },
      { format: '2019' },
      { organization: office.otherTown.id },
    ]) {
      const answer = await rest.as('administrator').call('PATCH', `/api/reports/${report.id}`, data)
      expect(answer.status).toBe(400)
      expect(answer.body.errors[0].message).toContain('不能改变')
    }
  })

  it('cannot be given a stage, a revision or an acknowledgement by a form', async () => {
    const report = await newReport(payload, office.town.id, 2043)
    const answer = await rest.as('editor').call('PATCH', `/api/reports/${report.id}`, {
      stage: 'published',
      revision: 99,
      reconciliationStatus: 'balanced',
      acknowledgements: [
        { key: 'x', rule: 'nil.declared', by: 'x', at: new Date().toISOString(), reason: 'x' },
      ],
      preamble: '引言',
    })
    expect(answer.status).toBe(200)
    expect(await payload.findByID({ collection: 'reports', id: report.id })).toMatchObject({
      stage: 'drafting',
      revision: 0,
      reconciliationStatus: 'incomplete',
      acknowledgements: [],
      preamble: '引言',
    })
  })

  it.each([
    [{ organization: 'nowhere', year: 2060 }, 'organization'],
    [{ organization: '', year: 2060, format: 'constructor' }, 'format'],
    [{ organization: '', year: 'abc' }, 'year'],
  ])('made of %j is refused by the name of what is wrong', async (data, path) => {
    const answer = await rest
      .as('administrator')
      .call('POST', '/api/reports', { ...data, organization: data.organization || office.town.id })
    expect(answer.status).toBe(400)
    expect(JSON.stringify(answer.body.errors[0].data.errors)).toContain(`"path":"${path}"`)
  })

  it('has no versions of Payload’s kind, and says so', async () => {
    for (const collection of ['reports', 'table-rows', 'publications']) {
      for (const path of ['versions', 'versions/1']) {
        const answer = await rest.as('administrator').call('GET', `/api/${collection}/${path}`)
        expect(answer.status).toBe(404)
      }
    }
  })

  it('cannot be duplicated, nor can a channel', async () => {
    const report = await newReport(payload, office.town.id, 2047)
    const channel = await payload.create({
      collection: 'channels',
      data: { name: '公众号', slug: 'gzh', kind: 'wechat', organization: office.town.id },
    })
    for (const [path, data] of [
      [`/api/reports/${report.id}/duplicate`, { year: 2048 }],
      [`/api/channels/${channel.id}/duplicate`, { slug: 'gzh-2' }],
    ] as const) {
      const answer = await rest.as('otherEditor').call('POST', path, data)
      expect([403, 404]).toContain(answer.status)
    }
    expect((await payload.count({ collection: 'channels' })).totalDocs).toBe(1)
  })

  it('names channels of its own organ or one above, and plausible figures', async () => {
    const report = await newReport(payload, office.town.id, 2064)
    const channelOf = async (organization: string, slug: string) =>
      (
        await payload.create({
          collection: 'channels',
          data: { name: slug, slug, kind: 'wechat', organization },
        })
      ).id
    const own = await channelOf(office.town.id, 'own')
    const above = await channelOf(office.county.id, 'above')
    const foreign = await channelOf(office.otherTown.id, 'foreign')
    const patch = (data: object) =>
      rest.as('editor').call('PATCH', `/api/reports/${report.id}`, data)
    expect((await patch({ channels: [own, above] })).status).toBe(200)
    const figures = (channel: string, count = 1, total = 2) => ({
      disclosureFigures: { total, channels: [{ channel, count }] },
    })
    expect((await patch(figures(own))).status).toBe(200)
    for (const data of [
      { channels: [foreign] },
      figures(foreign),
      figures('nowhere'),
      figures(own, 1e30),
      figures(own, 1, -1),
    ]) {
      const answer = await patch(data)
      expect(answer.status).toBe(400)
      expect(JSON.stringify(answer.body.errors)).toMatch(/channels|disclosureFigures/)
    }
    await patch({ channels: [], disclosureFigures: { total: null, channels: [] } })
    for (const id of [own, above, foreign]) await payload.delete({ collection: 'channels', id })
  })

  it('keeps its dates as days in China', async () => {
    const report = await newReport(payload, office.town.id, 2049)
    const update = (signedOn: string) =>
      payload.update({ collection: 'reports', id: report.id, data: { signedOn } })
    for (const instant of ['2050-01-28T00:00:00+08:00', '2050-01-28T23:59:00+08:00']) {
      expect((await update(instant)).signedOn).toBe('2050-01-28T12:00:00.000Z')
    }
    expect((await update('2050-01-28T12:00:00.000Z')).signedOn).toBe('2050-01-28T12:00:00.000Z')
  })

  it('has on record who changed it, also after it is gone', async () => {
    const report = await newReport(payload, office.town.id, 2062)
    const { docs } = await payload.find({
      collection: 'sections',
      where: { report: { equals: report.id } },
      limit: 1,
    })
    await rest.as('editor').call('PATCH', `/api/reports/${report.id}`, { preamble: '引言' })
    await rest.as('editor').call('PATCH', `/api/sections/${docs[0]?.id}`, {
      content: paragraphsToRichText(['正文']),
    })
    await rest.as('administrator').call('DELETE', `/api/reports/${report.id}`)
    const entries = await payload.find({
      collection: 'audit-entries',
      where: { reportTitle: { equals: report.title } },
      sort: 'createdAt',
    })
    expect(
      entries.docs.map(({ action, actorName, details }) => ({ action, actorName, details })),
    ).toEqual([
      { action: 'create', actorName: '系统', details: null },
      { action: 'edit', actorName: '示例editor', details: { fields: ['preamble'] } },
      {
        action: 'edit',
        actorName: '示例editor',
        details: { section: '一、总体情况', fields: ['content'] },
      },
      { action: 'delete', actorName: '示例administrator', details: null },
    ])
  })

  it('takes its sections and rows along when it is deleted', async () => {
    const report = await newReport(payload, office.town.id, 2044)
    const answer = await rest.as('administrator').call('DELETE', `/api/reports/${report.id}`)
    expect(answer.status).toBe(200)
    for (const collection of ['sections', 'table-rows'] as const) {
      const { totalDocs } = await payload.count({
        collection,
        where: { report: { equals: report.id } },
      })
      expect(totalDocs).toBe(0)
    }
  })
})

describe('sections', () => {
  it('may be added below a part, and nowhere else', async () => {
    const report = await newReport(payload, office.town.id, 2045)
    const parts = await payload.find({
      collection: 'sections',
      where: { report: { equals: report.id } },
      sort: 'order',
      depth: 0,
    })
    const [overview, disclosure] = parts.docs
    const add = (data: object, person: PersonKey = 'editor') =>
      rest.as(person).call('POST', '/api/sections', {
        report: report.id,
        key: 'overview',
        heading: '平台建设',
        order: 1,
        ...data,
      })
    const added = await add({ parent: disclosure?.id })
    expect(added).toMatchObject({ status: 201, body: { doc: { key: 'disclosure' } } })
    expect((await add({})).status).toBe(400)
    expect((await add({ report: undefined, parent: overview?.id })).status).toBe(400)
    expect((await add({ parent: added.body.doc.id })).status).toBe(400)
    expect((await add({ parent: overview?.id }, 'otherEditor')).status).toBe(403)
    const other = await newReport(payload, office.town.id, 2046)
    expect((await add({ report: other.id, parent: overview?.id })).status).toBe(400)
    const patch = (data: object) =>
      rest.as('editor').call('PATCH', `/api/sections/${overview?.id}`, data)
    expect((await patch({ heading: '改名' })).status).toBe(400)
    expect((await patch({ parent: disclosure?.id })).status).toBe(400)
    expect((await rest.as('editor').call('DELETE', `/api/sections/${overview?.id}`)).status).toBe(
      400,
    )
    const bulk = await rest
      .as('administrator')
      .call('DELETE', `/api/sections?where[report][equals]=${report.id}`)
    expect(bulk.status).toBe(400)
    const where = { report: { equals: report.id } }
    expect((await payload.count({ collection: 'sections', where })).totalDocs).toBe(7)
    expect((await add({ parent: overview?.id, heading: { a: 1 } })).status).toBe(400)
    expect((await add({ parent: overview?.id, heading: '长'.repeat(201) })).status).toBe(400)
    expect(
      (await rest.as('editor').call('DELETE', `/api/sections/${added.body.doc.id}`)).status,
    ).toBe(200)
  })
})

describe('who may do what', () => {
  let id: string
  let row: string
  let section: string

  beforeAll(async () => {
    id = (await newReport(payload, office.town.id, 2050)).id
    const where = { report: { equals: id } }
    row = (await payload.find({ collection: 'table-rows', where, limit: 1 })).docs[0]!.id
    section = (await payload.find({ collection: 'sections', where, limit: 1 })).docs[0]!.id
  })

  const everyone: (PersonKey | undefined)[] = [
    'administrator',
    'editor',
    'reviewer',
    'supervisor',
    'wechat',
    'otherEditor',
    undefined,
  ]
  // In the order of `everyone`: what the answer's status must be.
  const matrix: [string, () => [string, string, unknown?], number[]][] = [
    ['read the report', () => ['GET', `/api/reports/${id}`], [200, 200, 200, 200, 403, 404, 403]],
    [
      'read its tables',
      () => ['GET', `/api/reports/${id}/tables`],
      [200, 200, 200, 200, 403, 404, 401],
    ],
    ['read a row', () => ['GET', `/api/table-rows/${row}`], [200, 200, 200, 200, 403, 404, 403]],
    [
      'read a section',
      () => ['GET', `/api/sections/${section}`],
      [200, 200, 200, 200, 403, 404, 403],
    ],
    [
      'change a row',
      () => ['PATCH', `/api/table-rows/${row}`, {}],
      [200, 200, 200, 403, 403, 403, 403],
    ],
    ['list publications', () => ['GET', '/api/publications'], [200, 200, 200, 200, 403, 200, 403]],
    ['list records', () => ['GET', '/api/audit-entries'], [200, 200, 200, 200, 403, 200, 403]],
    ['list pictures', () => ['GET', '/api/media'], [200, 200, 200, 200, 200, 200, 403]],
    ['list channels', () => ['GET', '/api/channels'], [200, 200, 200, 200, 200, 200, 403]],
    ['list people', () => ['GET', '/api/users'], [200, 200, 200, 200, 200, 200, 403]],
    [
      'save its tables',
      () => ['PUT', `/api/reports/${id}/tables`, { revision: 0, tables: {} }],
      [200, 200, 200, 403, 403, 404, 401],
    ],
    [
      'change the report',
      () => ['PATCH', `/api/reports/${id}`, { preamble: '引言' }],
      [200, 200, 200, 403, 403, 403, 403],
    ],
    [
      'change a section',
      () => ['PATCH', `/api/sections/${section}`, {}],
      [200, 200, 200, 403, 403, 403, 403],
    ],
    [
      'publish it',
      () => ['POST', `/api/reports/${id}/publish`],
      [400, 403, 400, 400, 403, 404, 401],
    ],
    [
      'withdraw it',
      () => ['POST', `/api/reports/${id}/withdraw`],
      [409, 403, 409, 409, 403, 404, 401],
    ],
    ['delete it', () => ['DELETE', `/api/reports/${id}`], [0, 403, 403, 403, 403, 403, 403]],
    [
      'make an organ',
      () => ['POST', '/api/organizations', { name: '', slug: '' }],
      [400, 403, 403, 403, 403, 403, 403],
    ],
    ['read the clients', () => ['GET', '/api/api-clients'], [200, 403, 403, 403, 403, 403, 403]],
    [
      'forge a publication',
      () => ['POST', '/api/publications', {}],
      [403, 403, 403, 403, 403, 403, 403],
    ],
    [
      'forge an audit entry',
      () => ['POST', '/api/audit-entries', {}],
      [403, 403, 403, 403, 403, 403, 403],
    ],
  ]
  const cases = matrix.flatMap(([deed, call, statuses]) =>
    everyone.flatMap((person, i) =>
      statuses[i] ? [{ deed, call, person, status: statuses[i] }] : [],
    ),
  )

  it.each(cases)('$person asks to $deed: $status', async ({ call, person, status }) => {
    const [method, path, body] = call()
    const answer = await rest.as(person).call(method, path, body)
    const stillThere = answer.status === 404 && status === 403
    expect(stillThere ? 403 : answer.status).toBe(status)
  })

  it('an editor makes reports for no other organ and reads no other person', async () => {
    const made = await rest
      .as('otherEditor')
      .call('POST', '/api/reports', { organization: office.town.id, year: 2051 })
    expect(made.status).toBe(403)
    const { body } = await rest.as('editor').call('GET', '/api/users')
    expect(body.docs.map(({ email }: { email: string }) => email)).toEqual(['editor@demo.example'])
    const promoted = await rest
      .as('editor')
      .call('PATCH', `/api/users/${office.people.editor.id}`, {
        roles: ['administrator'],
        name: '别人',
      })
    expect(promoted.status).toBe(200)
    const me = await payload.findByID({ collection: 'users', id: office.people.editor.id })
    expect(me).toMatchObject({ roles: ['editor'], name: '示例editor' })
  })

  it('the county office sees its whole subtree, a town only itself', async () => {
    const listed = async (person: PersonKey) =>
      new Set(
        (await rest.as(person).call('GET', '/api/reports?limit=100&depth=0')).body.docs.map(
          ({ organization }: { organization: string }) => organization,
        ),
      )
    expect(await listed('supervisor')).toEqual(new Set([office.town.id, office.otherTown.id]))
    expect(await listed('editor')).toEqual(new Set([office.town.id]))
  })
})

describe('what is in use', () => {
  it('is not deleted: an organ with reports or below it, a channel that a report names', async () => {
    const channel = await payload.create({
      collection: 'channels',
      data: { name: '报纸', slug: 'paper', kind: 'newspaper', organization: office.town.id },
    })
    const report = await newReport(payload, office.town.id, 2063)
    const put = (data: object) =>
      payload.update({ collection: 'reports', id: report.id, data: data })
    const attempt = (path: string) => rest.as('administrator').call('DELETE', path)
    for (const data of [
      { channels: [channel.id] },
      {
        channels: [],
        disclosureFigures: { total: 2, channels: [{ channel: channel.id, count: 1 }] },
      },
    ]) {
      await put(data)
      const answer = await attempt(`/api/channels/${channel.id}`)
      expect(answer.status).toBe(409)
      expect(answer.body.errors[0].message).toContain('年度报告')
    }
    await put({ disclosureFigures: { total: null, channels: [] } })
    expect((await attempt(`/api/channels/${channel.id}`)).status).toBe(200)
    for (const { id } of [office.town, office.county]) {
      expect((await attempt(`/api/organizations/${id}`)).status).toBe(409)
    }
  })
})

describe('the tree of organs', () => {
  it('carries those below along when an organ moves, and refuses a circle', async () => {
    const organ = (slug: string, parent?: string) =>
      payload.create({ collection: 'organizations', data: { name: slug, slug, parent } })
    const city = await organ('city')
    const county = await organ('county')
    const town = await organ('town', county.id)
    await payload.update({
      collection: 'organizations',
      id: county.id,
      data: { parent: city.id },
    })
    const moved = await payload.findByID({ collection: 'organizations', id: town.id, depth: 0 })
    expect(moved.ancestors).toEqual([city.id, county.id])
    await expect(
      payload.update({ collection: 'organizations', id: city.id, data: { parent: town.id } }),
    ).rejects.toThrow('上级机关不能是自己')
  })
})

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Payload } from 'payload'
import { boot, type Booted } from '../support/boot.ts'
import { fixture } from '../support/fixture.ts'
import { furnish, type Office, type PersonKey } from '../support/office.ts'
import { restClient, type Answer, type RestClient } from '../support/rest.ts'

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

const text = fixture('importing/qinghe-2020.txt').toString('utf8')
const expected = JSON.parse(fixture('importing/qinghe-2020.json').toString('utf8'))
const spoilt = text.replace(/(（七）总计\r?\n\t\s*)\d+/, '$199999')

const everyPart = {
  tables: ['disclosure', 'applications', 'disputes'],
  sections: ['overview', 'disclosure', 'applications', 'disputes', 'problems', 'other'],
  channels: true,
  about: true,
}

type Fields = Record<string, string>

function send(
  path: string,
  person: PersonKey | undefined,
  file: string | Uint8Array,
  fields: Fields,
) {
  const form = new FormData()
  form.set('file', new File([file as string], 'report.txt'))
  for (const [key, value] of Object.entries(fields)) form.set(key, value)
  return rest.as(person).call('POST', `/api/reports/import${path}`, form)
}
const look = (person: PersonKey | undefined, file: string | Uint8Array, fields: Fields = {}) =>
  send('/preview', person, file, fields)
const take = (file: string, parts: object, fields: Fields = {}, person: PersonKey = 'editor') =>
  send('', person, file, { take: JSON.stringify(parts), ...fields })

/** How much of everything there is, the audit included. */
const counts = () =>
  Promise.all(
    (['reports', 'sections', 'channels', 'organizations', 'audit-entries'] as const).map(
      async (collection) => (await payload.count({ collection })).totalDocs,
    ),
  )

const tablesOf = async (id: string) =>
  (await rest.as('administrator').call('GET', `/api/reports/${id}/tables`)).body
const sectionsOf = async (report: string) =>
  (
    await payload.find({
      collection: 'sections',
      where: { report: { equals: report } },
      sort: 'order',
      pagination: false,
      depth: 0,
    })
  ).docs
const filled = (
  tables: Record<string, Record<string, Record<string, number | null>>>,
  key: string,
) =>
  Object.values(tables[key] ?? {})
    .flatMap((cells) => Object.values(cells))
    .filter((value) => value !== null).length

describe('the preview of an import', () => {
  it('tells what was read and what is wrong, and stores nothing', async () => {
    const before = await counts()
    const { status, body } = await look('editor', spoilt)
    expect(status).toBe(200)
    expect(body.read).toMatchObject({
      organizationName: '清河镇人民政府',
      year: 2020,
      format: '2019',
      cells: { read: 198, of: 198 },
    })
    expect(body.read.sections).toHaveLength(6)
    expect(body.read.tables.disputes).toEqual(expected.tables.disputes)
    expect(body.organization).toEqual({ id: office.town.id, name: '清河镇人民政府' })
    expect(body.existing).toBeNull()
    expect(body.reconciliation.status).toBe('violated')
    expect(body.reconciliation.findings[0].message).toContain('99999')
    expect(Array.isArray(body.unread)).toBe(true)
    expect(await counts()).toEqual(before)
  })

  it('holds the text against the tables and the year, as for a stored report', async () => {
    const { body } = await look('editor', text.replaceAll('３５２', '9352'))
    const { body: imported } = await take(text, everyPart, { year: '2029' })
    const rules = (findings: { rule: string }[]) => findings.map(({ rule }) => rule)
    const { body: again } = await look('editor', text, { year: '2029' })
    expect(rules(again.reconciliation.findings)).toEqual(rules(imported.reconciliation.findings))
    expect(rules(again.reconciliation.findings)).toContain('narrative.year')
    expect(rules(body.reconciliation.findings)).not.toContain('narrative.year')
  })

  it('offers no organ that is not the person’s, and refuses one that was asked for', async () => {
    expect((await look('otherEditor', text)).body.organization).toBeNull()
    expect((await look('administrator', text)).body.organization.id).toBe(office.town.id)
    const asked = await look('otherEditor', text, { organization: office.town.slug })
    expect(asked.status).toBe(403)
    const elsewhere = await look('otherEditor', text, { organization: office.otherTown.id })
    expect(elsewhere.body.organization.name).toBe('白云镇人民政府')
  })

  it.each<[string, () => Promise<Answer>, number, RegExp]>([
    ['nobody signed in', () => look(undefined, text), 401, /登录/],
    ['the county office', () => look('supervisor', text), 403, /权限/],
    ['an empty file', () => look('editor', ''), 400, /空文件/],
    ['a text that is no report', () => look('editor', '会议通知\n请准时参加。'), 400, /没有找到/],
    ['a PDF file', () => look('editor', Buffer.from('%PDF-1.7 …')), 400, /PDF 文件.*另存为/],
    [
      'a file that is too large',
      () => look('editor', Buffer.alloc(20 * 1024 * 1024 + 1, 'a')),
      413,
      /20 MB/,
    ],
    ['a year that is none', () => look('editor', text, { year: '二〇二〇' }), 400, /二〇二〇/],
  ])('refuses %s', async (_, call, status, message) => {
    const answer = await call()
    expect(answer.status).toBe(status)
    expect(answer.body.errors[0].message).toMatch(message)
  })

  it('refuses several files at once', async () => {
    const form = new FormData()
    form.append('file', new File([text], 'a.txt'))
    form.append('file', new File([text], 'b.txt'))
    const answer = await rest.as('editor').call('POST', '/api/reports/import/preview', form)
    expect(answer.status).toBe(400)
    expect(answer.body.errors[0].message).toContain('一次只能')
  })
})

describe('taking parts of a file', () => {
  it('leaves the rest of a new report blank', async () => {
    const answer = await take(
      text,
      { tables: ['disputes'], sections: ['overview'] },
      { year: '2018' },
    )
    expect(answer.status).toBe(201)
    const { report, reconciliation } = answer.body
    expect(reconciliation.status).toBe('incomplete')
    const { tables } = await tablesOf(report.id)
    expect(tables.disputes).toEqual(expected.tables.disputes)
    expect(filled(tables, 'applications')).toBe(0)
    const written = (await sectionsOf(report.id)).filter(({ content, parent }) => content || parent)
    expect(new Set(written.map(({ key }) => key))).toEqual(new Set(['overview']))
    expect(report.preamble ?? null).toBeNull()
    expect(report.channels ?? []).toEqual([])
  })

  it('needs no hold when the numbers that do not add up are left out', async () => {
    const answer = await take(spoilt, { tables: ['disclosure'], about: true }, { year: '2017' })
    expect(answer.status).toBe(201)
    expect(answer.body.report.preamble).toContain('清河镇')
    const refused = await take(spoilt, { tables: ['applications'] }, { year: '2016' })
    expect(refused.status).toBe(400)
  })

  it.each([
    ['nothing', '{}', /至少选择/],
    ['an unknown part', '{"all":true}', /“all”/],
    ['an unknown table', '{"tables":["fees"]}', /fees/],
    ['what is no list', '{"sections":"overview"}', /应为列表/],
    ['what is no flag', '{"about":1}', /true 或 false/],
    ['what is no JSON', 'everything', /JSON/],
  ])('refuses %s', async (_, parts, message) => {
    const answer = await send('', 'editor', text, { take: parts, year: '2015' })
    expect(answer.status).toBe(400)
    expect(answer.body.errors[0].message).toMatch(message)
  })
})

describe('taking parts into a report that is there', () => {
  let id: string

  beforeAll(async () => {
    const { body } = await take(
      text,
      { sections: ['overview'], tables: ['disputes'] },
      {
        year: '2019',
      },
    )
    id = body.report.id
    const { revision } = await tablesOf(id)
    await rest.as('editor').call('PUT', `/api/reports/${id}/tables`, {
      revision,
      tables: { disclosure: { penalty: { previousItems: 7 } } },
    })
  })

  const preview = async () => (await look('editor', text, { year: '2019' })).body.existing

  it('is told by the preview, with what would be replaced', async () => {
    expect(await preview()).toMatchObject({
      id,
      stage: 'drafting',
      editable: true,
      format: '2019',
      sections: ['overview'],
      channels: false,
      about: false,
      tables: { disclosure: { penalty: { previousItems: 7 } } },
    })
  })

  it('replaces the chosen parts only, once, and writes it down', async () => {
    const overview = text.replace('一、总体情况', '一、总体情况\n（一）新的一节\n新的文字。')
    const { revision } = await preview()
    const before = await counts()
    const answer = await take(
      overview,
      { tables: ['disclosure'], sections: ['overview'], channels: true },
      { into: 'existing', year: '2019', revision: String(revision) },
    )
    expect(answer.status).toBe(201)
    expect(answer.body.report.id).toBe(id)
    expect(answer.body.report.disclosureFigures.total).toBeGreaterThan(0)
    expect((await counts())[0]).toBe(before[0])
    const { tables } = await tablesOf(id)
    expect(tables.disclosure).toEqual(expected.tables.disclosure)
    expect(filled(tables, 'applications')).toBe(0)
    const items = (await sectionsOf(id)).filter(({ parent }) => parent)
    expect(items[0]?.heading).toBe('新的一节')
    expect(new Set(items.map(({ heading }) => heading)).size).toBe(items.length)
    const { docs } = await payload.find({
      collection: 'audit-entries',
      where: { and: [{ report: { equals: id } }, { action: { equals: 'import' } }] },
      sort: '-createdAt',
    })
    expect(docs[0]?.details).toMatchObject({ into: 'existing', take: { tables: ['disclosure'] } })
  })

  it('keeps what the file leaves blank', async () => {
    const blank = text.replace(
      /(四、政府信息公开行政复议、行政诉讼情况)[^]*?(?=五、存在)/,
      '$1\n无。\n',
    )
    expect((await look('editor', blank)).body.read.cells.read).toBe(198 - 15)
    const { revision, tables } = await preview()
    const parts = { tables: ['disclosure', 'disputes'], about: true }
    const answer = await take(blank, parts, { into: id, revision: String(revision) })
    expect(answer.status).toBe(201)
    expect((await tablesOf(id)).tables.disputes).toEqual(tables.disputes)
  })

  const unchanged = async (call: () => Promise<Answer>, status: number, message: RegExp) => {
    const before = [await tablesOf(id), await sectionsOf(id), await counts()]
    const answer = await call()
    expect(answer.status).toBe(status)
    expect(answer.body.errors[0].message).toMatch(message)
    expect([await tablesOf(id), await sectionsOf(id), await counts()]).toEqual(before)
  }

  it.each<[string, (revision: number) => Promise<Answer>, number, RegExp]>([
    [
      'a revision that has moved on',
      (revision) =>
        take(text, { tables: ['applications'] }, { into: id, revision: String(revision - 1) }),
      409,
      /已被他人保存/,
    ],
    [
      'the same for a section alone',
      (revision) =>
        take(text, { sections: ['other'] }, { into: id, revision: String(revision - 1) }),
      409,
      /已被他人保存/,
    ],
    [
      'numbers that do not add up, with the sections beside them',
      () => take(spoilt, { sections: ['other'], tables: ['applications'] }, { into: id }),
      400,
      /99999/,
    ],
    [
      'an editor of another organ',
      () => take(text, { about: true }, { into: id }, 'otherEditor'),
      403,
      /不能修改/,
    ],
    [
      'a year that is not that of the report',
      () => take(text, { about: true }, { into: id, year: '2020' }),
      400,
      /2019 年度/,
    ],
    [
      'another organ than that of the report',
      () => take(text, { about: true }, { into: id, organization: 'baiyun' }, 'administrator'),
      400,
      /另一个机关/,
    ],
    [
      'a year without a report',
      () => take(text, { about: true }, { into: 'existing', year: '2014' }),
      400,
      /还没有 2014/,
    ],
    [
      'a revision that is none',
      () => take(text, { about: true }, { into: id, revision: 'x' }),
      400,
      /revision/,
    ],
  ])('refuses %s, and changes nothing', async (_, call, status, message) => {
    const { revision } = await preview()
    await unchanged(() => call(revision), status, message)
  })

  it('keeps numbers that do not add up with a reason', async () => {
    const answer = await take(spoilt, { tables: ['applications'] }, { into: id, hold: '原件如此' })
    expect(answer).toMatchObject({
      status: 201,
      body: { report: { hold: { reason: '原件如此' }, reconciliationStatus: 'violated' } },
    })
    expect((await preview()).holdReason).toBe('原件如此')
  })

  it('refuses tables of another form, and takes those that are the same in both', async () => {
    const { id: later } = await payload.create({
      collection: 'reports',
      data: { organization: office.town.id, year: 2021 } as never,
    })
    const refused = await take(text, { tables: ['disclosure'] }, { into: later })
    expect(refused.status).toBe(400)
    expect(refused.body.errors[0].message).toContain('主动公开表')
    const taken = await take(text, { tables: ['disputes'] }, { into: later })
    expect(taken.status).toBe(201)
  })

  it('is refused while the report is not being edited', async () => {
    await payload.db.updateOne({ collection: 'reports', id, data: { stage: 'published' } })
    expect(await preview()).toMatchObject({ stage: 'published', editable: false })
    await unchanged(() => take(text, { about: true }, { into: id }), 409, /已发布/)
  })
})

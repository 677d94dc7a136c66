import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Payload } from 'payload'
import { importFile } from '../../src/importing/importFiles.ts'
import { boot, type Booted } from '../support/boot.ts'
import { furnish, type Office, type PersonKey } from '../support/office.ts'
import { fixture } from '../support/fixture.ts'
import { referenceFile } from '../support/referenceFiles.ts'
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

const text = fixture('importing/qinghe-2020.txt')
const expected = JSON.parse(fixture('importing/qinghe-2020.json').toString('utf8'))

function upload(
  person: PersonKey | undefined,
  file: Uint8Array | undefined,
  fields: Record<string, string> = {},
  name = 'report.txt',
): Promise<Answer> {
  const form = new FormData()
  if (file) form.set('file', new File([new Uint8Array(file)], name))
  for (const [key, value] of Object.entries(fields)) form.set(key, value)
  return rest.as(person).call('POST', '/api/reports/import', form)
}

const counts = async () => {
  const of = async (collection: 'reports' | 'sections' | 'channels' | 'organizations') =>
    (await payload.count({ collection })).totalDocs
  return [
    await of('reports'),
    await of('sections'),
    await of('channels'),
    await of('organizations'),
  ]
}

describe('an upload that is refused stores nothing', () => {
  const spoilt = new TextEncoder().encode(
    text.toString('utf8').replace(/(（七）总计\r?\n\t\s*)\d+/, '$199999'),
  )
  it.each<[string, () => Promise<Answer>, number, RegExp]>([
    ['nobody signed in', () => upload(undefined, text), 401, /登录/],
    ['the WeChat team', () => upload('wechat', text), 403, /权限/],
    ['an editor of another organ', () => upload('otherEditor', text), 403, /清河镇/],
    ['no file', () => upload('editor', undefined), 400, /file/],
    ['an empty file', () => upload('editor', new Uint8Array()), 400, /空/],
    [
      'a Word file',
      () => upload('editor', Buffer.from('PK\x03\x04 word'), {}, 'report.docx'),
      400,
      /另存为/,
    ],
    ['an unknown organ', () => upload('editor', text, { organization: 'nowhere' }), 400, /nowhere/],
    ['a year that is none', () => upload('editor', text, { year: '20x0' }), 400, /20x0/],
    ['numbers that do not add up', () => upload('editor', spoilt), 400, /总计.*99999/],
    [
      'a body that is no form',
      () => rest.as('editor').call('POST', '/api/reports/import', { file: 'x' }),
      400,
      /multipart/,
    ],
  ])('%s', async (_, call, status, message) => {
    const before = await counts()
    const answer = await call()
    expect(answer.status).toBe(status)
    expect(answer.body.errors[0].message).toMatch(message)
    expect(await counts()).toEqual(before)
  })
})

describe('an upload', () => {
  it('becomes a report with its narrative, tables, channels and figures', async () => {
    const answer = await upload('editor', text)
    expect(answer.status).toBe(201)
    const { report, reconciliation, unread } = answer.body
    expect(report).toMatchObject({ year: 2020, format: '2019', stage: 'drafting' })
    expect(reconciliation.status).toBe('balanced')
    expect(answer.body.cells).toEqual({ read: 198, of: 198 })
    expect(Array.isArray(unread)).toBe(true)
    const { body } = await rest.as('editor').call('GET', `/api/reports/${report.id}/tables`)
    expect(body.tables).toEqual(expected.tables)
    const sections = await payload.find({
      collection: 'sections',
      where: { report: { equals: report.id } },
      pagination: false,
    })
    expect(sections.docs.filter(({ parent }) => !parent)).toHaveLength(6)
    expect(sections.docs.filter(({ parent }) => parent).length).toBeGreaterThan(0)
    const again = await upload('editor', text)
    expect(again.status).toBe(400)
    expect(again.body.errors[0].message).toContain('已经存在')
  })

  it('without an organ in it is for the organ that the editor works at', async () => {
    const nameless = `二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n六、其他需要报告的事项\n无。`
    const answer = await upload('editor', new TextEncoder().encode(nameless), { year: '2018' })
    expect(answer.body.errors?.[0].message ?? '').not.toContain('organization')
    const later = await upload('editor', new TextEncoder().encode(nameless), { year: '2033' })
    expect(later).toMatchObject({ status: 201, body: { report: { organization: office.town.id } } })
  })

  it('of an organ whose name another has too goes to one’s own, or asks which', async () => {
    const namesake = await payload.create({
      collection: 'organizations',
      data: { name: '清河镇人民政府', slug: 'qinghe-2' },
    })
    const own = await upload('editor', text, { year: '2031' })
    expect(own).toMatchObject({ status: 201, body: { report: { organization: office.town.id } } })
    const asked = await upload('administrator', text, { year: '2032' })
    expect(asked.status).toBe(400)
    expect(asked.body.errors[0].message).toMatch(/qinghe、qinghe-2|qinghe-2、qinghe/)
    await payload.delete({ collection: 'organizations', id: namesake.id })
  })

  it('may go to another year, and finds its channels again', async () => {
    const before = (await payload.count({ collection: 'channels' })).totalDocs
    const answer = await upload('administrator', text, {
      year: '2019',
      organization: office.town.slug,
    })
    expect(answer).toMatchObject({ status: 201, body: { report: { year: 2019 } } })
    expect((await payload.count({ collection: 'channels' })).totalDocs).toBe(before)
  })

  it('with a hold keeps numbers that do not add up, in red', async () => {
    const spoilt = text.toString('utf8').replace(/(（七）总计\r?\n\t\s*)\d+/, '$199999')
    const answer = await upload('administrator', new TextEncoder().encode(spoilt), {
      organizationName: '新河镇人民政府',
      hold: '原件如此',
    })
    expect(answer).toMatchObject({
      status: 201,
      body: {
        report: { reconciliationStatus: 'violated', hold: { reason: '原件如此' } },
        reconciliation: { status: 'violated' },
      },
    })
    const { docs } = await payload.find({
      collection: 'organizations',
      where: { name: { equals: '新河镇人民政府' } },
    })
    expect(docs[0]?.slug).toBe('xinhezhen')
  })
})

describe('the report of Yingqiu as it comes out of Word', () => {
  const sample = referenceFile('samples/yingqiu-2020.txt')
  const given = sample ? it : it.skip

  given('is balanced, all zero and complete, with its seven items and the warning', async () => {
    const result = await importFile(
      payload,
      { name: 'yingqiu-2020.txt', read: async () => readFileSync(sample ?? '') },
      {},
    )
    expect(result).toMatchObject({
      ok: true,
      report: { year: 2020, format: '2019' },
      reconciliation: { status: 'balanced', checked: 40 },
    })
    const warnings = result.reconciliation?.findings.map(({ rule }) => rule)
    expect(warnings).toEqual(expect.arrayContaining(['channels.within', 'nil.declared']))
    expect(result.summary).toContain('242')
    expect(result.summary).toContain('198/198')
    const missing = await importFile(
      payload,
      { name: 'missing.txt', read: () => readFile('/nowhere/missing.txt') },
      {},
    )
    expect(missing).toMatchObject({ ok: false, summary: '未导入：没有这个文件' })
    const id = result.report?.id ?? ''
    const { docs } = await payload.find({
      collection: 'table-rows',
      where: { report: { equals: id } },
      pagination: false,
    })
    const cellsOf = (table: string) =>
      docs
        .filter((row) => row.table === table)
        .flatMap((row) => Object.values(row.cells as Record<string, number>))
    expect(cellsOf('disclosure')).toEqual(Array(22).fill(0))
    expect(cellsOf('applications')).toEqual(Array(161).fill(0))
    expect(cellsOf('disputes')).toEqual(Array(15).fill(0))
    const sections = await payload.find({
      collection: 'sections',
      where: { report: { equals: id } },
      sort: 'order',
      pagination: false,
      depth: 0,
    })
    const overview = sections.docs.find(({ key, parent }) => key === 'overview' && !parent)
    const items = sections.docs.filter(({ parent }) => parent === overview?.id)
    expect(items.map(({ heading }) => heading)).toEqual([
      '主动公开情况',
      '依申请公开情况',
      '政府信息管理情况',
      '平台建设情况',
      '机构建设及人员配置情况',
      '监督保障情况',
      '建议提案办理结果公开情况',
    ])
    const report = await payload.findByID({ collection: 'reports', id, depth: 1 })
    expect(report).toMatchObject({
      title: '营丘镇人民政府2020年政府信息公开工作年度报告',
      contact: { phone: '0536-6921106' },
      disclosureFigures: { total: 214, channels: [{ count: 28 }, { count: 242 }] },
    })
    expect(report.signedOn).toMatch(/^2021-01-28/)
  })
})

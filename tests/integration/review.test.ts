import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Payload } from 'payload'
import { formatOf } from '../../src/formats/index.ts'
import { paragraphsToRichText } from '../../src/narrative/richText.ts'
import type { Section } from '../../src/payload-types.ts'
import { balancedTables, variedLeaf } from '../support/balancedTables.ts'
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

const call = (person: PersonKey | undefined, id: string, verb: string, body?: unknown) =>
  rest.as(person).call('POST', `/api/reports/${id}/${verb}`, body)
const stateOf = async (id: string) =>
  (await rest.as('editor').call('GET', `/api/reports/${id}/state`)).body
const problems = (answer: { body: any }): { path: string; message: string }[] =>
  answer.body.errors[0].data.errors

async function writeSections(id: string, ...keys: string[]): Promise<void> {
  const { docs } = await payload.find({
    collection: 'sections',
    where: { and: [{ report: { equals: id } }, { key: { in: keys } }] },
    depth: 0,
  })
  for (const section of docs) {
    await payload.update({
      collection: 'sections',
      id: section.id,
      data: { content: paragraphsToRichText(['示例正文。']) as unknown as Section['content'] },
    })
  }
}

async function explainWarnings(id: string): Promise<void> {
  const { reconciliation } = await stateOf(id)
  for (const { key, severity, acknowledged } of reconciliation.findings) {
    if (severity === 'warning' && !acknowledged) {
      await call('editor', id, 'acknowledge', { key, reason: '属实' })
    }
  }
}

/** A report of the town with nothing missing. */
async function finished(year: number): Promise<string> {
  const { id } = await newReport(payload, office.town.id, year)
  const tables = balancedTables(formatOf('2021'), variedLeaf(year))
  await rest.as('editor').call('PUT', `/api/reports/${id}/tables`, { revision: 0, tables })
  await writeSections(id, 'overview', 'problems', 'other')
  await explainWarnings(id)
  return id
}

async function submitted(year: number): Promise<string> {
  const id = await finished(year)
  expect(await call('editor', id, 'submit')).toMatchObject({ status: 200 })
  return id
}

describe('submitting', () => {
  it('is refused with everything that is missing, by name', async () => {
    const { id } = await newReport(payload, office.town.id, 2030)
    const answer = await call('editor', id, 'submit')
    expect(answer.status).toBe(400)
    const paths = problems(answer).map(({ path }) => path)
    expect(paths).toEqual([
      'tables.blank',
      'sections.overview',
      'sections.problems',
      'sections.other',
    ])
    expect(problems(answer)[0]?.message).toContain('还有 200 格空白')
    const tables = balancedTables(formatOf('2021'), () => 0)
    Object.assign(tables.disputes.reconsideration ?? {}, { upheld: 1, total: 3 })
    const hold = { reason: '原件如此' }
    await rest.as('editor').call('PUT', `/api/reports/${id}/tables`, { revision: 0, tables, hold })
    const held = problems(await call('editor', id, 'submit')).map(({ path }) => path)
    expect(held).toEqual(expect.arrayContaining(['tables.violated', 'hold']))
  })

  it('moves a finished report to the reviewer, and nobody edits it any more', async () => {
    const id = await submitted(2031)
    expect(await stateOf(id)).toMatchObject({ report: { stage: 'submitted' }, blanks: [] })
    const edits = [
      await rest.as('editor').call('PATCH', `/api/reports/${id}`, { preamble: '改' }),
      await rest.as('editor').call('PUT', `/api/reports/${id}/tables`, {
        revision: 1,
        tables: { disclosure: { regulations: { issued: 1 } } },
      }),
      await call('editor', id, 'submit'),
    ]
    expect(edits.map(({ status }) => status)).toEqual([409, 409, 409])
    expect(await call('reviewer', id, 'publish')).toMatchObject({ status: 200 })
  })

  it('is for those who edit the report', async () => {
    const id = await finished(2032)
    const statuses = []
    for (const person of ['supervisor', 'otherEditor', 'wechat', undefined] as const) {
      statuses.push((await call(person, id, 'submit')).status)
    }
    expect(statuses).toEqual([403, 404, 403, 401])
    expect(await call('reviewer', id, 'submit', { comment: '请审核' })).toMatchObject({
      status: 200,
      body: { stage: 'submitted' },
    })
    const { docs } = await payload.find({
      collection: 'audit-entries',
      where: { and: [{ report: { equals: id } }, { action: { equals: 'submit' } }] },
    })
    expect(docs).toMatchObject([{ actorName: '示例reviewer', comment: '请审核' }])
  })

  it('lets one of many who press the button at once through', async () => {
    const id = await finished(2033)
    const answers = await Promise.all(Array.from({ length: 5 }, () => call('editor', id, 'submit')))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409])
  })
})

describe('returning', () => {
  const cell = { table: 'applications', row: 'received', column: 'total' }

  it('gives the report back with comments, on cells too, until it is submitted again', async () => {
    const id = await submitted(2034)
    const answer = await call('supervisor', id, 'return', {
      comment: '请核对申请数量',
      cells: [{ ...cell, comment: '与台账不一致' }],
    })
    expect(answer).toMatchObject({ status: 200, body: { stage: 'drafting' } })
    const { report } = await stateOf(id)
    expect(report).toMatchObject({
      stage: 'drafting',
      returned: {
        comment: '请核对申请数量',
        by: '示例supervisor',
        cells: [{ ...cell, comment: '与台账不一致' }],
      },
    })
    const edited = await rest.as('editor').call('PATCH', `/api/reports/${id}`, {
      preamble: '改',
      returned: { comment: '没有退回', cells: [] },
    })
    expect(edited.status).toBe(200)
    expect((await stateOf(id)).report.returned).toMatchObject({
      comment: '请核对申请数量',
      cells: [cell],
    })
    expect((await call('editor', id, 'submit')).status).toBe(200)
    expect((await stateOf(id)).report.returned).toMatchObject({ comment: null, cells: [] })
    const { docs } = await payload.find({
      collection: 'audit-entries',
      where: { and: [{ report: { equals: id } }, { action: { equals: 'return' } }] },
    })
    expect(docs).toMatchObject([{ comment: '请核对申请数量', details: { cells: [cell] } }])
  })

  it('is for reviewers and those above, of what is submitted', async () => {
    const id = await submitted(2035)
    const statuses = []
    for (const person of ['editor', 'otherEditor', 'wechat', undefined] as const) {
      statuses.push((await call(person, id, 'return', { comment: '退' })).status)
    }
    expect(statuses).toEqual([403, 404, 403, 401])
    expect((await call('reviewer', id, 'return', { comment: '退' })).status).toBe(200)
    expect((await call('reviewer', id, 'return', { comment: '退' })).status).toBe(409)
    expect((await call('administrator', id, 'submit')).status).toBe(200)
    expect((await call('administrator', id, 'return', { comment: '退' })).status).toBe(200)
  })

  it('is refused when a comment is missing, or on a cell that is none', async () => {
    const id = await submitted(2036)
    const comment = '请核对'
    for (const { body, path } of [
      { body: {}, path: 'comment' },
      { body: { comment: ' ' }, path: 'comment' },
      { body: { comment, cells: 'all' }, path: 'cells' },
      { body: { comment, cells: [cell] }, path: 'cells.0.comment' },
      { body: { comment, cells: [{ ...cell, comment, row: 'nothing' }] }, path: 'cells.0' },
      { body: { comment, cells: [{ ...cell, comment, table: 'constructor' }] }, path: 'cells.0' },
    ]) {
      const answer = await call('reviewer', id, 'return', body)
      expect({ status: answer.status, path: problems(answer)[0]?.path }).toEqual({
        status: 400,
        path,
      })
    }
    expect((await stateOf(id)).report.stage).toBe('submitted')
  })

  it('takes a correction back to its editing, while the published revision stays public', async () => {
    const id = await finished(2037)
    expect((await call('reviewer', id, 'publish')).status).toBe(200)
    expect((await call('reviewer', id, 'revise', { comment: '更正' })).status).toBe(200)
    expect((await call('editor', id, 'submit')).status).toBe(200)
    expect(await call('supervisor', id, 'return', { comment: '再核' })).toMatchObject({
      status: 200,
      body: { stage: 'revising' },
    })
    expect(await stateOf(id)).toMatchObject({ current: { revision: 1 } })
    expect((await call('reviewer', id, 'publish')).status).toBe(200)
    expect((await stateOf(id)).report.returned).toMatchObject({ comment: null })
  })
})

describe('the date that a report is due', () => {
  it('is the law’s, or what the nearest organ above sets', async () => {
    const { id } = await newReport(payload, office.otherTown.id, 2038)
    const deadline = async () =>
      (await rest.as('otherEditor').call('GET', `/api/reports/${id}/state`)).body.deadline
    expect(await deadline()).toEqual({ date: '2039-01-31' })
    const set = (person: PersonKey, deadlines: object[]) =>
      rest.as(person).call('PATCH', `/api/organizations/${office.county.id}`, { deadlines })
    expect((await set('supervisor', [{ month: 1, day: 10 }])).status).toBe(403)
    expect((await set('administrator', [{ month: 2, day: 30 }])).status).toBe(400)
    expect((await set('administrator', [{ month: 1, day: 10 }])).status).toBe(200)
    expect(await deadline()).toEqual({ date: '2039-01-10', setBy: '示例县人民政府' })
  })
})

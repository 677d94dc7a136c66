import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { Payload } from 'payload'
import { formatOf } from '../../src/formats/index.ts'
import type { TablesData } from '../../src/formats/types.ts'
import type { Report } from '../../src/payload-types.ts'
import { boot, type Booted } from '../support/boot.ts'
import { graphql } from '../support/graphql.ts'
import { furnish, newReport, type Office } from '../support/office.ts'
import { restClient, type Answer, type RestClient } from '../support/rest.ts'
import { balancedTables, variedLeaf } from '../support/balancedTables.ts'

let booted: Booted
let payload: Payload
let office: Office
let rest: RestClient
let report: Report
let year = 2021

beforeAll(async () => {
  booted = await boot()
  payload = booted.payload
  office = await furnish(payload)
  rest = await restClient(booted, office)
})
afterAll(() => booted.stop())

const balanced = balancedTables(formatOf('2021'), variedLeaf(1))
const tablesOf = async (): Promise<{ revision: number; tables: TablesData }> =>
  (await rest.as('editor').call('GET', `/api/reports/${report.id}/tables`)).body
const put = (body: unknown): Promise<Answer> =>
  rest.as('editor').call('PUT', `/api/reports/${report.id}/tables`, body)

async function rowOf(table: string, row: string) {
  const { docs } = await payload.find({
    collection: 'table-rows',
    where: {
      and: [
        { report: { equals: report.id } },
        { table: { equals: table } },
        { row: { equals: row } },
      ],
    },
    depth: 0,
  })
  return docs[0]!
}

beforeEach(async () => {
  report = await newReport(payload, office.town.id, year)
  year += 1
  const saved = await put({ revision: 0, tables: balanced })
  expect(saved).toMatchObject({ status: 200, body: { revision: 1 } })
})

describe('a cell that breaks an identity', () => {
  const wrong = (balanced.applications.granted?.naturalPerson ?? 0) + 1
  const right = wrong - 1
  const errorOf = (answer: Answer) => JSON.stringify(answer.body.errors)

  const paths: Record<string, () => Promise<string>> = {
    'PUT tables': async () => {
      const answer = await put({
        revision: 1,
        tables: { applications: { granted: { naturalPerson: wrong } } },
      })
      expect(answer.status).toBe(400)
      expect(answer.body.errors[0].name).toBe('ValidationError')
      expect(answer.body.errors[0].data.findings[0]).toMatchObject({
        severity: 'error',
        status: 'violated',
        table: 'applications',
      })
      expect(answer.body.errors[0].data.errors[0].path).toBe(
        'tables.applications.granted.naturalPerson',
      )
      return errorOf(answer)
    },
    'a row over REST': async () => {
      const { id } = await rowOf('applications', 'granted')
      const answer = await rest
        .as('editor')
        .call('PATCH', `/api/table-rows/${id}`, { cells: { naturalPerson: wrong } })
      expect(answer.status).toBe(400)
      return errorOf(answer)
    },
    GraphQL: async () => {
      const { id } = await rowOf('applications', 'granted')
      const answer = await graphql(
        booted,
        office,
        'editor',
        `
          mutation ($id: String!, $cells: JSON!) {
            updateTableRow(id: $id, data: { cells: $cells }) {
              id
            }
          }
        `,
        { id, cells: { naturalPerson: wrong } },
      )
      expect(answer.errors?.length).toBeGreaterThan(0)
      return JSON.stringify(answer.errors)
    },
    'the Local API': async () => {
      const { id } = await rowOf('applications', 'granted')
      const error: { message: string; data: unknown; status: number } = await payload
        .update({ collection: 'table-rows', id, data: { cells: { naturalPerson: wrong } } })
        .then(
          () => Promise.reject(new Error('was saved')),
          (reason) => reason,
        )
      expect(error.status).toBe(400)
      return `${error.message} ${JSON.stringify(error.data)}`
    },
  }

  it.each(Object.entries(paths))('is refused by name over %s', async (_, save) => {
    const before = await tablesOf()
    const said = await save()
    expect(said).toContain('（一）予以公开')
    expect(said).toContain('自然人')
    expect(said).toContain(`应为 ${right}`)
    expect(said).toContain(`实际为 ${wrong}`)
    expect(await tablesOf()).toEqual(before)
    expect(await payload.findByID({ collection: 'reports', id: report.id })).toMatchObject({
      reconciliationStatus: 'balanced',
      revision: 1,
    })
  })
})

describe('a bulk update of rows', () => {
  it('is refused as a whole, since the rows would be judged side by side', async () => {
    const before = await tablesOf()
    const path = `/api/table-rows?where[report][equals]=${report.id}&where[table][equals]=disclosure`
    const answer = await rest.as('editor').call('PATCH', path, { cells: { decisions: 5 } })
    expect(answer.status).toBe(400)
    expect(answer.body.errors[0].message).toContain('不能成批修改')
    expect(await tablesOf()).toEqual(before)
  })
})

describe('a value that is not official', () => {
  it.each([
    ['negative', { received: { naturalPerson: -1 } }, '自然人', '负数'],
    ['a fraction', { received: { naturalPerson: 1.5 } }, '自然人', '不是整数'],
    ['text', { received: { naturalPerson: '三' } }, '自然人', '不是数字'],
    ['a number as text', { received: { naturalPerson: '3' } }, '自然人', '不是数字'],
    ['too large', { received: { naturalPerson: 1e12 } }, '自然人', '过大'],
    ['in an unknown row', { receivd: { naturalPerson: 1 } }, 'receivd', '没有'],
    ['in an unknown column', { received: { person: 1 } }, 'person', '没有'],
    ['not in an object', { received: 3 }, 'received', ''],
  ])('%s is refused by name and nothing is stored', async (_, applications, name, why) => {
    const before = await tablesOf()
    const answer = await put({
      revision: 1,
      tables: { disclosure: { penalty: { decisions: 77 } }, applications },
    })
    expect(answer.status).toBe(400)
    expect(answer.body.errors[0].message).toContain(why)
    expect(JSON.stringify(answer.body.errors)).toContain(name)
    expect(await tablesOf()).toEqual(before)
  })

  it.each([
    ['no revision', { tables: {} }],
    ['a revision of text', { revision: '1', tables: {} }],
    ['no tables', { revision: 1 }],
    ['tables under another name', { revision: 1, table: {} }],
    ['no object of tables', { revision: 1, tables: null }],
    ['an array of tables', { revision: 1, tables: [] }],
    ['an array', []],
    ['broken JSON', '{"revision":'],
    ['a hold without a reason', { revision: 1, tables: {}, hold: {} }],
    ['a hold of text', { revision: 1, tables: {}, hold: 'x' }],
  ])('a body with %s is a 400', async (_, body) => {
    const answer = await put(body)
    expect(answer.status).toBe(400)
    expect(answer.body.errors[0].message).toMatch(/[一-鿿]/)
  })
})

describe('saving tables', () => {
  it('keeps every cell, and blanks apart from zeros', async () => {
    const answer = await put({
      revision: 1,
      tables: { disclosure: { penalty: { decisions: 0 }, coercion: { decisions: null } } },
    })
    expect(answer.body.reconciliation.status).toBe('incomplete')
    const { revision, tables } = await tablesOf()
    expect(revision).toBe(2)
    expect(tables.disclosure.penalty).toEqual({ decisions: 0 })
    expect(tables.disclosure.coercion).toEqual({ decisions: null })
    expect(tables.applications).toEqual(balanced.applications)
  })

  it('takes no revision when nothing changes', async () => {
    const answer = await put({ revision: 1, tables: balanced })
    expect(answer).toMatchObject({ status: 200, body: { revision: 1 } })
    expect((await tablesOf()).revision).toBe(1)
  })

  it('answers 409 to a stale revision and stores nothing', async () => {
    const first = await put({ revision: 1, tables: { disclosure: { penalty: { decisions: 5 } } } })
    expect(first.status).toBe(200)
    const second = await put({ revision: 1, tables: { disclosure: { penalty: { decisions: 6 } } } })
    expect(second.status).toBe(409)
    expect(second.body.errors[0].message).toContain('修订号')
    expect((await tablesOf()).tables.disclosure.penalty).toEqual({ decisions: 5 })
  })

  it('lets exactly one of many saves at the same revision through', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        put({ revision: 1, tables: { disclosure: { penalty: { decisions: 100 + i } } } }),
      ),
    )
    const statuses = answers.map(({ status }) => status).sort()
    expect(statuses).toEqual([200, ...Array(11).fill(409)])
    const winner = answers.find(({ status }) => status === 200)!
    expect((await tablesOf()).tables).toEqual(winner.body.tables)
  })

  it('lets no two rows land that only together break an identity', async () => {
    await put({ revision: 1, tables: { applications: { granted: { naturalPerson: null } } } })
    const { id } = await rowOf('applications', 'granted')
    const other = await rowOf('applications', 'partiallyGranted')
    const right = balanced.applications.granted?.naturalPerson ?? 0
    // Either is right alone: the first leaves no blank, the second relies on the blank.
    const answers = await Promise.all([
      rest.as('editor').call('PATCH', `/api/table-rows/${id}`, { cells: { naturalPerson: right } }),
      rest.as('editor').call('PATCH', `/api/table-rows/${other.id}`, {
        cells: { naturalPerson: 99, total: null },
      }),
    ])
    const { body } = await rest.as('editor').call('GET', `/api/reports/${report.id}/reconciliation`)
    expect(answers.some(({ status }) => status === 200)).toBe(true)
    expect(body.status).not.toBe('violated')
  })

  it('writes down who changed which cell', async () => {
    await put({ revision: 1, tables: { disclosure: { penalty: { decisions: 41 } } } })
    const { docs } = await payload.find({
      collection: 'audit-entries',
      where: { report: { equals: report.id } },
      sort: '-createdAt',
      limit: 1,
    })
    expect(docs[0]).toMatchObject({
      action: 'saveTables',
      actorName: '示例editor',
      details: {
        changes: [{ table: 'disclosure', row: 'penalty', column: 'decisions', after: 41 }],
      },
    })
  })
})

describe('a hold', () => {
  const wrong = { applications: { received: { total: 9999 } } }

  it('keeps the numbers, marks the report and ends when they are put right', async () => {
    const held = await put({ revision: 1, tables: wrong, hold: { reason: '原件如此' } })
    expect(held).toMatchObject({ status: 200, body: { reconciliation: { status: 'violated' } } })
    const marked = await payload.findByID({ collection: 'reports', id: report.id })
    expect(marked).toMatchObject({
      reconciliationStatus: 'violated',
      hold: { reason: '原件如此', by: '示例editor' },
    })
    const righted = await put({
      revision: 2,
      tables: { applications: { received: { total: balanced.applications.received?.total } } },
    })
    expect(righted).toMatchObject({ status: 200, body: { reconciliation: { status: 'balanced' } } })
    const after = await payload.findByID({ collection: 'reports', id: report.id })
    expect(after.hold?.reason ?? null).toBeNull()
  })

  it('lets other cells be saved, but no further violation', async () => {
    await put({ revision: 1, tables: wrong, hold: { reason: '原件如此' } })
    const harmless = await put({
      revision: 2,
      tables: { disclosure: { penalty: { decisions: 3 } } },
    })
    expect(harmless.status).toBe(200)
    const further = await put({
      revision: 3,
      tables: { disputes: { reconsideration: { total: 999 } } },
    })
    expect(further.status).toBe(400)
  })

  it('bars publishing', async () => {
    await put({ revision: 1, tables: wrong, hold: { reason: '原件如此' } })
    const answer = await rest.as('reviewer').call('POST', `/api/reports/${report.id}/publish`)
    expect(answer.status).toBe(400)
    expect(answer.body.errors[0].message).toContain('暂存')
  })
})

describe('rows', () => {
  it('stay as they are when nothing of their cells is sent', async () => {
    const row = await rowOf('applications', 'granted')
    const answer = await rest.as('editor').call('PATCH', `/api/table-rows/${row.id}`, {})
    expect(answer.status).toBe(200)
    expect((await rowOf('applications', 'granted')).cells).toEqual(row.cells)
    expect((await tablesOf()).revision).toBe(1)
  })

  it.each([[null], [[]], ['x'], [3]])('refuse %j for their cells', async (cells) => {
    const { id } = await rowOf('applications', 'granted')
    const answer = await rest.as('editor').call('PATCH', `/api/table-rows/${id}`, { cells })
    expect(answer.status).toBe(400)
    expect(JSON.stringify(answer.body)).toMatch(/[一-鿿]/)
  })

  it('cannot be added, moved or deleted by themselves', async () => {
    const row = await rowOf('applications', 'granted')
    const added = await rest.as('administrator').call('POST', '/api/table-rows', {
      report: report.id,
      table: 'applications',
      row: 'granted2',
      cells: {},
    })
    expect(added.status).toBe(403)
    const deleted = await rest.as('administrator').call('DELETE', `/api/table-rows/${row.id}`)
    expect(deleted.status).toBe(403)
    await expect(payload.delete({ collection: 'table-rows', id: row.id })).rejects.toThrow(
      '不能单独删除',
    )
    await expect(
      payload.update({
        collection: 'table-rows',
        id: row.id,
        data: { row: 'received', cells: {} },
      }),
    ).rejects.toThrow('不能移到')
  })
})

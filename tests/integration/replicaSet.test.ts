import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { readFileSync } from 'node:fs'
import { formatOf } from '../../src/formats/index.ts'
import { hasTransactions } from '../../src/mongo/topology.ts'
import { answering } from '../support/answering.ts'
import { balancedTables, variedLeaf } from '../support/balancedTables.ts'
import { boot, type Booted } from '../support/boot.ts'
import { furnish, newReport, password, type Office, type PersonKey } from '../support/office.ts'
import { replicaSetLine, type ReplicaSetLine } from '../support/replicaSet.ts'
import { paragraph, state, text } from '../support/richText.ts'

/**
 * On MongoDB with transactions, as far as that can be seen without one: what is sent in which
 * transaction. In the run on MongoDB alone: see jest.config.mjs.
 */

let line: ReplicaSetLine
let booted: Booted
let office: Office
let year = 2019
const tokens = new Map<PersonKey, string>()

beforeAll(async () => {
  line = await replicaSetLine((globalThis as { mongo?: string }).mongo ?? '')
  booted = await boot(line.uri)
  office = await furnish(booted.payload)
  for (const person of ['editor', 'reviewer', 'administrator'] as const) {
    const data = { email: office.people[person].email, password }
    const { token } = await booted.payload.login({ collection: 'users', data })
    tokens.set(person, token ?? '')
  }
})
afterEach(() => {
  line.conflicts = 0
})
afterAll(async () => {
  await booted.stop()
  await line.close()
})

async function call(as: PersonKey, method: string, path: string, body?: unknown) {
  const headers = new Headers({ Authorization: `JWT ${tokens.get(as)}` })
  if (body !== undefined && !(body instanceof FormData)) {
    headers.set('Content-Type', 'application/json')
  }
  const response = await answering(booted.config)(
    new Request(`http://localhost${path}`, {
      ...{ method, headers },
      body: body === undefined || body instanceof FormData ? body : JSON.stringify(body),
    }),
  )
  return { status: response.status, body: await response.json() }
}

const aReport = async () => (await newReport(booted.payload, office.town.id, (year += 1))).id

const put = async (report: string, leaf = 7) => {
  const { revision } = await booted.payload.findByID({ collection: 'reports', id: report })
  const tables = balancedTables(formatOf('2021'), variedLeaf(leaf))
  return call('editor', 'PUT', `/api/reports/${report}/tables`, { revision, tables })
}

async function fullReport(): Promise<string> {
  const report = await aReport()
  const { body } = await put(report)
  for (const { key, severity } of body.reconciliation.findings) {
    if (severity !== 'warning') continue
    await call('editor', 'POST', `/api/reports/${report}/acknowledge`, { key, reason: '属实' })
  }
  return report
}

const verb = (report: string, name: string) =>
  call('reviewer', 'POST', `/api/reports/${report}/${name}`, { comment: '说明' })

async function publishedReport(): Promise<string> {
  const report = await fullReport()
  await verb(report, 'publish')
  return report
}

async function partOf(report: string): Promise<string> {
  const where = { report: { equals: report }, key: { equals: 'other' } } as const
  const { docs } = await booted.payload.find({ collection: 'sections', where, depth: 0 })
  return docs[0]?.id ?? ''
}

/** @param fields instead of an organ and a year */
function sample(fields?: Record<string, string>): FormData {
  const file = readFileSync(new URL('../fixtures/importing/qinghe-2020.txt', import.meta.url))
  const form = new FormData()
  form.set('file', new File([file], 'qinghe-2020.txt'))
  const given = fields ?? { organization: 'qinghe', year: String((year += 1)) }
  for (const [name, value] of Object.entries(given)) form.set(name, value)
  return form
}

type Work = () => Promise<{ status: number }>

/** Every way to change a report: what it needs, then what is looked at. */
const changes: [string, () => Promise<Work>][] = [
  [
    'a new report',
    async () => () =>
      call('editor', 'POST', '/api/reports', { organization: office.town.id, year: (year += 1) }),
  ],
  [
    'a save of all tables',
    async () => {
      const report = await aReport()
      return () => put(report)
    },
  ],
  [
    'a save of one row',
    async () => {
      const report = await fullReport()
      const where = { report: { equals: report }, row: { equals: 'penalty' } } as const
      const { docs } = await booted.payload.find({ collection: 'table-rows', where, depth: 0 })
      return () =>
        call('editor', 'PATCH', `/api/table-rows/${docs[0]?.id}`, { cells: { decisions: 5 } })
    },
  ],
  [
    'an edit of the text',
    async () => {
      const part = await partOf(await aReport())
      return () =>
        call('editor', 'PATCH', `/api/sections/${part}`, {
          content: state(paragraph(text('改写。'))),
        })
    },
  ],
  [
    'an edit of the form',
    async () => {
      const report = await aReport()
      return () => call('editor', 'PATCH', `/api/reports/${report}`, { preamble: '引言' })
    },
  ],
  [
    'publishing',
    async () => {
      const report = await fullReport()
      return () => verb(report, 'publish')
    },
  ],
  [
    'opening a correction',
    async () => {
      const report = await publishedReport()
      return () => verb(report, 'revise')
    },
  ],
  [
    'withdrawing',
    async () => {
      const report = await publishedReport()
      return () => verb(report, 'withdraw')
    },
  ],
  ['an import', async () => () => call('editor', 'POST', '/api/reports/import', sample())],
  [
    'an import into a report',
    async () => {
      const report = (await newReport(booted.payload, office.town.id, (year += 1), '2019')).id
      const into = { into: report, revision: '0', take: JSON.stringify({ sections: ['other'] }) }
      return () => call('editor', 'POST', '/api/reports/import', sample(into))
    },
  ],
  [
    'a reason for a finding',
    async () => {
      await put(await aReport()) // the year before, with which the next does not agree
      const report = await aReport()
      const { body } = await put(report, 70_000)
      const { key } = body.reconciliation.findings.find(
        ({ severity }: { severity: string }) => severity === 'warning',
      )
      const reason = { key, reason: '属实' }
      return () => call('editor', 'POST', `/api/reports/${report}/acknowledge`, reason)
    },
  ],
  [
    'a new sub-section',
    async () => {
      const report = await aReport()
      const data = { report, parent: await partOf(report), key: 'other', heading: '小节' }
      return () => call('editor', 'POST', '/api/sections', { ...data, order: 0 })
    },
  ],
  [
    'moving a sub-section',
    async () => {
      const [first] = await subSections(2)
      return () => call('editor', 'POST', `/api/sections/${first}/move`, { direction: 'down' })
    },
  ],
  [
    'deleting a sub-section',
    async () => {
      const [first] = await subSections(1)
      return () => call('editor', 'DELETE', `/api/sections/${first}`)
    },
  ],
  [
    'deleting a report',
    async () => {
      const report = await aReport()
      return () => call('administrator', 'DELETE', `/api/reports/${report}`)
    },
  ],
]

async function subSections(count: number): Promise<string[]> {
  const report = await aReport()
  const parent = await partOf(report)
  const ids: string[] = []
  for (let order = 0; order < count; order += 1) {
    const data = { report, parent, key: 'other', order, heading: `第${order}节` }
    ids.push((await call('editor', 'POST', '/api/sections', data)).body.doc.id)
  }
  return ids
}

describe('a replica set', () => {
  it('is asked for transactions, whatever the address says', async () => {
    const { connection } = booted.payload.db as unknown as MongooseAdapter
    expect(await hasTransactions(connection)).toBe(true)
  })
})

describe.each(changes)('%s', (_, prepare) => {
  it('is one transaction, whose commands come one after the other', async () => {
    const work = await prepare()
    line.clear()
    const { status } = await work()
    expect([200, 201]).toContain(status)
    expect(line.faults).toEqual([])
    const written = line.transactions.filter(({ commands }) => commands.some(isWrite))
    expect(written.map(({ ended }) => ended)).toEqual(['commit'])
    expect(line.outside).toEqual([])
  })

  it('is run anew when it meets another', async () => {
    const work = await prepare()
    line.clear()
    line.conflicts = 2
    const { status } = await work()
    expect([200, 201]).toContain(status)
    const written = line.transactions.filter(({ commands }) => commands.some(isWrite))
    expect(written.map(({ ended }) => ended)).toEqual(['conflict', 'conflict', 'commit'])
    expect([line.faults, line.outside]).toEqual([[], []])
  })

  it('is told to come again when it meets others every time, and nothing is written', async () => {
    const work = await prepare()
    line.clear()
    line.conflicts = 99
    const { status } = await work()
    line.conflicts = 0
    expect(status).toBe(503)
    const ends = line.transactions.filter(({ commands }) => commands.some(isWrite))
    expect(ends.map(({ ended }) => ended)).toEqual(Array.from({ length: 5 }, () => 'conflict'))
    expect([line.faults, line.outside]).toEqual([[], []])
    expect((await work()).status).toBeLessThan(300)
  })
})

const isWrite = (command: string) => /^(?:insert|update|delete|findAndModify) /.test(command)

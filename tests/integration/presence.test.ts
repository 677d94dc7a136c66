import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { boot, type Booted } from '../support/boot.ts'
import { furnish, newReport, type Office, type PersonKey } from '../support/office.ts'
import { restClient, type RestClient } from '../support/rest.ts'

let booted: Booted
let office: Office
let rest: RestClient
let report: string

beforeAll(async () => {
  booted = await boot()
  office = await furnish(booted.payload)
  rest = await restClient(booted, office)
  report = (await newReport(booted.payload, office.town.id, 2030)).id
})
afterAll(() => booted.stop())

const tell = async (person: PersonKey, body?: object) => {
  const answer = await rest.as(person).call('POST', `/api/reports/${report}/presence`, body)
  expect(answer.status).toBe(200)
  return answer.body as { others: { name: string; since: string }[]; mark: string }
}
const names = ({ others }: { others: { name: string }[] }) => others.map(({ name }) => name)

describe('who has a report open', () => {
  it('is told to everybody else who has, the longest first', async () => {
    expect(names(await tell('editor'))).toEqual([])
    expect(names(await tell('reviewer'))).toEqual(['示例editor'])
    expect(names(await tell('supervisor'))).toEqual(['示例editor', '示例reviewer'])
    expect(names(await tell('editor'))).toEqual(['示例reviewer', '示例supervisor'])
  })

  it('ends with a word, or when none was heard for a minute', async () => {
    await tell('supervisor', { leaving: true })
    expect(names(await tell('editor'))).toEqual(['示例reviewer'])
    const now = Date.now()
    jest.useFakeTimers({ now: now + 61_000, doNotFake: [...timersButDate] })
    try {
      expect(names(await tell('editor'))).toEqual([])
    } finally {
      jest.useRealTimers()
    }
  })

  it('is nothing to those who may not read the report', async () => {
    const path = `/api/reports/${report}/presence`
    expect((await rest.as('otherEditor').call('POST', path)).status).toBe(404)
    expect((await rest.as(undefined).call('POST', path)).status).toBe(401)
    expect((await rest.as('editor').call('POST', path, '{')).status).toBe(400)
  })

  it('changes nothing of the report, while every save changes the mark', async () => {
    const before = (await tell('editor')).mark
    expect((await tell('editor')).mark).toBe(before)
    const marks = new Set([before])
    const changes = [
      () =>
        rest.as('editor').call('PUT', `/api/reports/${report}/tables`, {
          revision: 0,
          tables: { applications: { received: { naturalPerson: 1 } } },
        }),
      () => rest.as('editor').call('PATCH', `/api/reports/${report}`, { preamble: '示例引言' }),
      async () => {
        const { docs } = await booted.payload.find({
          collection: 'sections',
          where: { report: { equals: report } },
        })
        const part = docs.find(({ parent }) => !parent)
        return rest.as('editor').call('POST', '/api/sections', {
          ...{ report, parent: part?.id, key: part?.key, heading: '示例小节', order: 9 },
        })
      },
    ]
    for (const change of changes) {
      expect((await change()).status).toBeLessThan(300)
      marks.add((await tell('editor')).mark)
    }
    expect(marks.size).toBe(changes.length + 1)
  })
})

const timersButDate = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Payload } from 'payload'
import { boot, type Booted } from '../support/boot.ts'
import { furnish, newReport } from '../support/office.ts'
import { restClient, type Answer, type RestClient } from '../support/rest.ts'

let booted: Booted
let payload: Payload
let rest: RestClient
const ids: Record<'reports' | 'sections', string> = { reports: '', sections: '' }

beforeAll(async () => {
  booted = await boot()
  payload = booted.payload
  const office = await furnish(payload)
  rest = await restClient(booted, office)
  ids.reports = (await newReport(payload, office.town.id, 2030)).id
  const { docs } = await payload.find({
    collection: 'sections',
    where: { report: { equals: ids.reports } },
    limit: 1,
  })
  ids.sections = docs[0]?.id ?? ''
})
afterAll(() => booted.stop())

const text = (written: string) => ({
  root: {
    ...{ type: 'root', direction: null, format: '', indent: 0, version: 1 },
    children: [
      {
        ...{ type: 'paragraph', direction: null, format: '', indent: 0, version: 1 },
        ...{ textFormat: 0, textStyle: '' },
        children: [
          {
            type: 'text',
            text: written,
            detail: 0,
            format: 0,
            mode: 'normal',
            style: '',
            version: 1,
          },
        ],
      },
    ],
  },
})

const edits = {
  reports: { first: { preamble: '我的引言' }, second: { preamble: '他人的引言' } },
  sections: { first: { content: text('我的正文') }, second: { content: text('他人的正文') } },
} as const

describe.each(['reports', 'sections'] as const)('of two who save the same of %s', (collection) => {
  const { first, second } = edits[collection]
  const read = async () => (await rest.as('editor').call('GET', address())).body.updatedAt as string
  const address = () => `/api/${collection}/${ids[collection]}`
  const save = (base: string | undefined, body: object, how: 'header' | 'query'): Promise<Answer> =>
    rest
      .as('editor')
      .call(
        'PATCH',
        base && how === 'query' ? `${address()}?base=${base}` : address(),
        body,
        base && how === 'header' ? { 'x-gongkai-base': base } : {},
      )

  it.each(['header', 'query'] as const)('the later one overwrites nothing (%s)', async (how) => {
    const base = await read()
    expect((await save(base, second, how)).status).toBe(200)
    const stored = (await rest.as('editor').call('GET', address())).body
    const refused = await save(base, first, how)
    expect(refused.status).toBe(409)
    expect(refused.body.errors[0].message).toContain('已被他人保存过')
    expect(refused.body.errors[0].data.updatedAt).toBe(stored.updatedAt)
    expect((await rest.as('editor').call('GET', address())).body).toEqual(stored)
    expect((await save(stored.updatedAt, first, how)).status).toBe(200)
  })

  it('goes through without a base, as ever', async () => {
    expect((await save(undefined, second, 'header')).status).toBe(200)
  })
})

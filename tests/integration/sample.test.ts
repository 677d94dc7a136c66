import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import type { Payload } from 'payload'
import { readReport } from '../../src/importing/readReport.ts'
import { seedSample } from '../../src/sample/seed.ts'
import { yingqiu2020 } from '../../src/sample/yingqiu2020.ts'
import { boot, type Booted } from '../support/boot.ts'
import { referenceFile } from '../support/referenceFiles.ts'

let booted: Booted
let payload: Payload

beforeAll(async () => {
  booted = await boot()
  payload = booted.payload
})
afterAll(() => booted.stop())

describe('the sample', () => {
  it('fills an empty database with a published report and a draft', async () => {
    const accounts = await seedSample(payload, 'given-password')
    expect(accounts?.map(({ email }) => email)).toEqual([
      'admin@demo.example',
      'editor@demo.example',
      'reviewer@demo.example',
      'county@demo.example',
      'wechat@demo.example',
    ])
    const { docs } = await payload.find({ collection: 'reports', sort: 'year', depth: 0 })
    expect(docs).toMatchObject([
      { year: 2020, format: '2019', stage: 'published', reconciliationStatus: 'balanced' },
      { year: 2021, format: '2021', stage: 'drafting', reconciliationStatus: 'balanced' },
    ])
    expect(docs[0]?.acknowledgements).toMatchObject([
      { rule: 'channels.within', by: '王晓编' },
      { rule: 'nil.declared', by: '王晓编' },
    ])
    const login = await payload.login({
      collection: 'users',
      data: { email: 'editor@demo.example', password: 'given-password' },
    })
    expect(login.user).toMatchObject({ roles: ['editor'] })
  })

  it('leaves a database alone that has anything in it', async () => {
    expect(await seedSample(payload)).toBeUndefined()
    expect((await payload.count({ collection: 'reports' })).totalDocs).toBe(2)
  })

  const original = referenceFile('samples/yingqiu-2020.txt')
  const given = original ? it : it.skip

  given('has the facts and figures of the real report, and none of its sentences', () => {
    const data = readFileSync(original ?? '')
    const real = readReport({ name: 'yingqiu-2020.txt', data })
    const { tables, year, format, signedOn, period, disclosureFigures, contact } = yingqiu2020
    expect({ tables, year, format, signedOn, period }).toEqual({
      tables: real.tables,
      year: real.year,
      format: real.format,
      signedOn: real.signedOn,
      period: real.period,
    })
    expect(contact?.phone).toBe(real.contact?.phone)
    expect(disclosureFigures.total).toBe(real.disclosureFigures.total)
    expect(disclosureFigures.channels.map(({ count }) => count)).toEqual(
      real.disclosureFigures.channels.map(({ count }) => count),
    )
    const headings = (report: typeof real) =>
      report.sections.flatMap(({ children }) => children.map(({ heading }) => heading))
    expect(headings(yingqiu2020)).toEqual(headings(real))
    const text = (report: typeof real) =>
      JSON.stringify([
        report.preamble,
        report.sections.map((section) => [
          section.paragraphs,
          section.children.map(({ paragraphs }) => paragraphs),
        ]),
      ])
    const sentences = text(real)
      .split(/[。；"]/)
      .filter((sentence) => sentence.length > 25)
    expect(sentences.filter((sentence) => text(yingqiu2020).includes(sentence))).toEqual([])
  })
})

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { payloadStore } from '../../src/delivery/payloadStore.ts'
import type { PublicationStore, ReportQuery } from '../../src/delivery/PublicationStore.ts'
import { boot, type Booted } from '../support/boot.ts'
import { furnish, newReport, type Office } from '../support/office.ts'
import { publicationOf, reportContent } from '../support/publications.ts'
import { storePublication } from '../support/storedPublication.ts'

/** Years are names here: each has its text. */
const texts: Record<number, string> = {
  2030: '全年通过WeChat和12345热线答复群众来信二十件，教育信息全部上网。',
  2031: '全年通过ｗｅｃｈａｔ和１２３４５热线答复群众来信，医疗信息全部上网。',
  2032: '本年度100%的申请按时办结，费用a_b*c?[d]已公开。',
  2033: '教 育 两 字分开；医疗\\教育同行。',
  2034: `${'政府信息公开工作平稳。'.repeat(30)}𠮷野家𠮷${'平稳推进。'.repeat(40)}`,
}

let booted: Booted
let office: Office
let store: PublicationStore
let sequence = 0

beforeAll(async () => {
  booted = await boot()
  office = await furnish(booted.payload)
  store = payloadStore(booted.payload)
  for (const [year, overview] of Object.entries(texts)) await add(Number(year), overview)
})
afterAll(() => booted.stop())

async function add(year: number, overview: string, state: 'current' | 'superseded' = 'current') {
  const { town } = office
  const report = await newReport(booted.payload, town.id, year)
  const content = reportContent({
    ...{ slug: town.slug, name: town.name, region: '示例省', year, overview },
  })
  return storePublication(booted.payload, publicationOf(content, { state }), {
    report: report.id,
    organization: town.id,
    sequence: ++sequence,
  })
}

const search = (q: string, query: Partial<ReportQuery> = {}) =>
  store.list({ page: 1, limit: 20, q, ...query })
const yearsOf = async (q: string, query: Partial<ReportQuery> = {}) =>
  (await search(q, query)).docs.map(({ year }) => year)

describe('a search', () => {
  it.each<[q: string, years: number[], query?: Partial<ReportQuery>]>([
    ['教育', [2033, 2030]],
    ['教', [2033, 2030]],
    ['医疗 教育', [2033]],
    ['教育　来信', [2030]],
    ['查无此词', []],
    // Either case and either width.
    ['wechat', [2031, 2030]],
    ['WECHAT', [2031, 2030]],
    ['１２３４５', [2031, 2030]],
    ['12345热线', [2031, 2030]],
    // What databases take for something else is what it is.
    ['%', [2032]],
    ['100%', [2032]],
    ['a_b', [2032]],
    ['a%b', []],
    ['*c?', [2032]],
    ['[d]', [2032]],
    ['[abc]', []],
    ['.*', []],
    ['\\教', [2033]],
    ["'", []],
    ['𠮷野', [2034]],
    // With what else is asked for.
    ['全年', [2031], { year: 2031 }],
    ['全年', [2031, 2030], { organization: 'qinghe', region: '示例省' }],
    ['全年', [], { organization: 'baiyun' }],
    ['全年', [], { region: '别处' }],
    // Title and organ are text too.
    ['清河镇 2032年政府信息', [2032]],
  ])('for %s finds %j', async (q, years, query = {}) => {
    expect(await yearsOf(q, query)).toEqual(years)
    expect((await search(q, query)).totalDocs).toBe(years.length)
  })

  it('is paged, newest first', async () => {
    const page = (number: number) => yearsOf('政府信息公开', { page: number, limit: 2 })
    expect([await page(1), await page(2), await page(3), await page(4)]).toEqual([
      [2034, 2033],
      [2032, 2031],
      [2030],
      [],
    ])
  })

  it('far down is paged as it is at the top', async () => {
    expect(await store.list({ page: 1001, limit: 1 })).toEqual({ docs: [], totalDocs: 5 })
    const year = { page: 1001, limit: 1, year: 2032 }
    expect(await store.list(year)).toEqual({ docs: [], totalDocs: 1 })
  })

  it('shows what stands around the first hit, and where the hits are', async () => {
    const { docs } = await search('教育 群众', { year: 2030 })
    const [{ excerpt = '', excerptHits = [] } = {}] = docs
    expect(excerpt).toContain('答复群众来信二十件，教育信息全部上网')
    expect(excerptHits.map(([from, to]) => excerpt.slice(from, to))).toEqual(['群众', '教育'])
  })

  it('cuts no character in two', async () => {
    const [{ excerpt = '' } = {}] = (await search('野家')).docs
    expect(excerpt).toMatch(/^….*𠮷野家𠮷.*…$/u)
    expect(excerpt).not.toMatch(/\p{Surrogate}/u)
    expect(excerpt.length).toBeLessThan(110)
  })

  it('finds at once what is published, and no more what is withdrawn or superseded', async () => {
    expect(await yearsOf('新词')).toEqual([])
    const id = await add(2040, '出现了新词。')
    await add(2041, '出现了新词。', 'superseded')
    expect(await yearsOf('新词')).toEqual([2040])
    await booted.payload.db.updateOne({
      collection: 'publications',
      id,
      data: { state: 'withdrawn', sequence: ++sequence },
    })
    expect(await yearsOf('新词')).toEqual([])
  })

  it('goes on when a great many ask at once', async () => {
    const found = await Promise.all(
      Array.from({ length: 15 }, (_, n) => yearsOf(`教育 ${'医疗 '.repeat(n % 2)}`)),
    )
    expect(new Set(found.map(String))).toEqual(new Set(['2033,2030', '2033']))
  })
})

describe('a list without words', () => {
  it.each<[query: Partial<ReportQuery>, years: number[]]>([
    [{}, [2034, 2033, 2032, 2031, 2030]],
    [{ page: 2, limit: 2 }, [2032, 2031]],
    [{ year: 2032 }, [2032]],
    [{ organization: 'qinghe', page: 2, limit: 2 }, [2032, 2031]],
    [{ organization: 'qinghe', year: 2030, region: '示例省' }, [2030]],
    [{ organization: 'qinghe', region: '别处' }, []],
    [{ organization: 'baiyun' }, []],
    [{ region: '示例省', limit: 1 }, [2034]],
    [{ region: '别处' }, []],
  ])('by %j has %j', async (query, years) => {
    const { docs } = await store.list({ page: 1, limit: 20, ...query })
    expect(docs.map(({ year }) => year)).toEqual(years)
    expect(docs[0] ?? {}).not.toHaveProperty('excerpt')
  })
})

describe('what is current', () => {
  it('is given of some organs, with where it is', async () => {
    const years = Object.keys(texts).map(Number)
    const current = await store.current(['qinghe', 'nobody'])
    expect(current.map(({ year }) => year).sort()).toEqual(years)
    expect(await store.current(['baiyun'])).toEqual([])
    const addresses = await store.addresses()
    expect(addresses.map(({ year }) => year)).toEqual(years.reverse())
    expect(addresses[0]).toEqual({
      organization: 'qinghe',
      year: 2034,
      publishedAt: '2035-01-25T02:00:00.000Z',
    })
  })

  it('is news, newest first, with the instant of the last change', async () => {
    const news = await store.news(undefined, 2)
    expect(news).toMatchObject({ organization: null, docs: [{ year: 2034 }, { year: 2033 }] })
    expect(await store.news('qinghe', 50)).toMatchObject({
      organization: { slug: 'qinghe', name: '清河镇人民政府' },
      docs: [2034, 2033, 2032, 2031, 2030].map((year) => ({ year, correctionReason: null })),
    })
    expect(await store.news('baiyun', 50)).toBeUndefined()
    expect(await store.lastChange()).toBe(sequence)
  })
})

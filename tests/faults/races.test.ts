import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { TablesData } from '../../src/formats/types.ts'
import { formatOf } from '../../src/formats/index.ts'
import { applyPatch } from '../../src/formats/patch.ts'
import { balancedTables, variedLeaf } from '../support/balancedTables.ts'
import { paragraph, state, text } from '../support/richText.ts'
import { extent, startWithinMs, withinMs } from './support/extent.ts'
import { isSame } from './support/problemsIn.ts'
import type { Call } from './support/protocol.ts'
import { Random } from './support/Random.ts'
import { fullTables, put, Rivals, verb } from './support/Rivals.ts'
import { upload } from './support/steps.ts'

/** Two processes on one database, as two admin servers would be. */
let rivals: Rivals
const random = new Random(extent.seed)

beforeAll(async () => {
  rivals = await Rivals.start(2)
}, startWithinMs)
afterAll(() => rivals.stop())

const patch = (as: Call['as'], path: string, body: unknown): Call => ({
  ...{ as, method: 'PATCH', path: `/api/${path}`, body },
})

describe('many saves at once', () => {
  it(
    'are all in the result when accepted, and the rest got 409',
    async () => {
      const report = await rivals.fullReport()
      const rows = await rivals.rowsOf(report)
      const rowOfPenalty = `table-rows/${rows.get('disclosure.penalty')}`
      const accepted = new Map<number, unknown>()
      let refused = 0
      let expected = fullTables()
      for (let sent = 0; sent < extent.rivalSaves; sent += 10) {
        const { revision } = await rivals.tablesOf(report)
        const patches = Array.from({ length: 9 }, () => somePatch())
        const answers = await rivals.together([
          ...patches.map((tables) => put(report, revision, tables)),
          patch('editor', `reports/${report}`, { preamble: `引言 ${sent}` }),
        ])
        const [edited] = answers.splice(-1)
        expect(edited?.status).toBe(200)
        for (const [i, { status, body }] of answers.entries()) {
          expect([200, 409]).toContain(status)
          if (status === 409) refused += 1
          else {
            expect(accepted.has(body.revision)).toBe(false)
            accepted.set(body.revision, patches[i])
          }
        }
        // A row saved alone says nothing of a revision, and is never in vain.
        const [row] = await rivals.together([
          patch('editor', rowOfPenalty, { cells: { decisions: 10_000 + sent } }),
        ])
        expect(row?.status).toBe(200)
        const single = { disclosure: { penalty: { decisions: 10_000 + sent } } }
        accepted.set((await rivals.tablesOf(report)).revision, single)
      }
      const { revision, tables } = await rivals.tablesOf(report)
      expect([...accepted.keys()].sort((a, b) => a - b)).toEqual(
        Array.from({ length: revision - 1 }, (_, i) => i + 2),
      )
      for (const at of [...accepted.keys()].sort((a, b) => a - b)) {
        expected = applyPatch(expected, accepted.get(at) as never)
      }
      expect(isSame(tables, expected)).toBe(true)
      expect(await rivals.problems()).toEqual([])
      console.info(`${accepted.size} saves accepted, ${refused} refused with 409`)
    },
    withinMs,
  )
})

/** Some cells that overlap with others' patches: all tables, or a few free cells. */
function somePatch(): Partial<TablesData> {
  const leaf = variedLeaf(random.integer(1_000_000))
  if (random.upTo(1) < 0.5) return balancedTables(formatOf('2021'), leaf)
  const { disclosure } = balancedTables(formatOf('2021'), leaf)
  const rows = Object.entries(disclosure).filter((_, i) => i === 0 || random.upTo(1) < 0.5)
  return { disclosure: Object.fromEntries(rows) }
}

describe('two saves, each right alone and wrong together', () => {
  /** The sum is blank; one side fills it in, the other changes what it is the sum of. */
  const blank = { disputes: { reconsideration: { total: null } } }
  const { reconsideration } = fullTables().disputes
  const { upheld, total } = reconsideration as { upheld: number; total: number }
  const sum = { total }
  const part = { upheld: upheld + 1 }

  /** The row is filled in on one side, the row below changed on the other. */
  const granted = fullTables().applications.granted?.naturalPerson ?? 0

  interface Pair {
    before: object
    sides: (report: string, revision: number, rows: Map<string, string>) => [Call, Call]
  }
  const pairs: Record<string, Pair> = {
    'both as tables': {
      before: blank,
      sides: (report, revision) => [
        put(report, revision, { disputes: { reconsideration: sum } }),
        put(report, revision, { disputes: { reconsideration: part } }),
      ],
    },
    'tables and a row': {
      before: blank,
      sides: (report, revision, rows) => [
        put(report, revision, { disputes: { reconsideration: sum } }),
        patch('editor', `table-rows/${rows.get('disputes.reconsideration')}`, { cells: part }),
      ],
    },
    'two rows': {
      before: {
        applications: {
          granted: { naturalPerson: null },
          partiallyGranted: { total: null },
        },
      },
      sides: (_, __, rows) => [
        patch('editor', `table-rows/${rows.get('applications.granted')}`, {
          cells: { naturalPerson: granted },
        }),
        patch('editor', `table-rows/${rows.get('applications.partiallyGranted')}`, {
          cells: { naturalPerson: 99_999 },
        }),
      ],
    },
  }
  const each = Math.ceil(extent.pairs / Object.keys(pairs).length)

  it.each(Object.entries(pairs))(
    'never both land: %s',
    async (_, { before, sides }) => {
      const reports = await Promise.all([rivals.fullReport(), rivals.fullReport()])
      const statuses = await Promise.all(
        reports.map((report) => race(report, Math.ceil(each / reports.length), before, sides)),
      )
      const accepted = statuses.flat().filter((status) => status === 200).length
      console.info(`${statuses.flat().length / 2} pairs, ${accepted} sides accepted`)
      expect(await rivals.problems()).toEqual([])
    },
    withinMs,
  )

  /** @returns the status of every side */
  async function race(
    report: string,
    times: number,
    before: object,
    sides: Pair['sides'],
  ): Promise<number[]> {
    const rows = await rivals.rowsOf(report)
    const statuses: number[] = []
    for (let i = 0; i < times; i += 1) {
      const { revision } = await rivals.tablesOf(report)
      await rivals.ask(put(report, revision, applyPatch(fullTables(), before as never)))
      const fresh = await rivals.tablesOf(report)
      const [first, second] = sides(report, fresh.revision, rows)
      const calls = random.upTo(1) < 0.5 ? [first, second] : [second, first]
      const answers = await rivals.together(calls)
      const both = answers.map(({ status }) => status)
      expect([[200, 409].join(), [200, 400].join()]).toContain([...both].sort().join())
      const path = `/api/reports/${report}/reconciliation`
      const { status } = await rivals.ask<{ status: string }>({
        ...{ as: 'editor', method: 'GET', path },
      })
      expect(status).not.toBe('violated')
      statuses.push(...both)
    }
    return statuses
  }
})

describe('verbs, edits and imports at once', () => {
  interface Race {
    /** Brings a new report to where the race begins. */
    prepare: () => Promise<string>
    sides: (report: string) => Promise<Call[]>
    /** Sorted statuses that are right. */
    outcomes: string[]
  }
  const published = async () => {
    const report = await rivals.fullReport()
    await rivals.ask(verb(report, 'publish'))
    return report
  }
  const submitted = async () => {
    const report = await rivals.finishedReport()
    await rivals.ask(verb(report, 'submit', 'editor'))
    return report
  }
  const cleared = async () => {
    const report = await submitted()
    await rivals.ask(verb(report, 'clear'))
    return report
  }
  const save = async (report: string) => {
    const { revision } = await rivals.tablesOf(report)
    return put(report, revision, { disclosure: { penalty: { decisions: 4_321 } } })
  }
  const sectionOf = async (report: string) => {
    const path = `/api/sections?where[report][equals]=${report}&where[key][equals]=other&depth=0`
    const { docs } = await rivals.ask<{ docs: { id: string }[] }>({
      ...{ as: 'editor', method: 'GET', path },
    })
    return docs[0]?.id ?? ''
  }
  const write = async (report: string) =>
    patch('editor', `sections/${await sectionOf(report)}`, {
      content: state(paragraph(text('改写。'))),
    })
  const into = async (report: string) => {
    const { revision } = await rivals.tablesOf(report)
    const take = JSON.stringify({ tables: ['disclosure'], sections: ['other'] })
    return upload('editor', { into: report, revision: String(revision), take })
  }

  const races: Record<string, Race> = {
    'two publish': {
      prepare: () => rivals.fullReport(),
      sides: async (report) => [verb(report, 'publish'), verb(report, 'publish')],
      outcomes: ['200,409'],
    },
    'publish and save': {
      prepare: () => rivals.fullReport(),
      sides: async (report) => [verb(report, 'publish'), await save(report)],
      outcomes: ['200,200', '200,409', '200,400'],
    },
    'publish and an edit of the text': {
      prepare: () => rivals.fullReport(),
      sides: async (report) => [verb(report, 'publish'), await write(report)],
      outcomes: ['200,200', '200,409'],
    },
    'publish and an edit of the report': {
      prepare: () => rivals.fullReport(),
      sides: async (report) => [
        verb(report, 'publish'),
        patch('editor', `reports/${report}`, { preamble: '改写。' }),
      ],
      outcomes: ['200,200', '200,409'],
    },
    'submit and save': {
      prepare: () => rivals.finishedReport(),
      sides: async (report) => [verb(report, 'submit', 'editor'), await save(report)],
      outcomes: ['200,200', '200,409'],
    },
    'submit and an edit of the text': {
      prepare: () => rivals.finishedReport(),
      sides: async (report) => [verb(report, 'submit', 'editor'), await write(report)],
      outcomes: ['200,200', '200,409'],
    },
    'clear and return': {
      prepare: submitted,
      sides: async (report) => [verb(report, 'clear'), verb(report, 'return')],
      outcomes: ['200,200', '200,409'],
    },
    'publish what was cleared, and return': {
      prepare: cleared,
      sides: async (report) => [verb(report, 'publish'), verb(report, 'return')],
      outcomes: ['200,200', '200,409'],
    },
    'two withdraw': {
      prepare: published,
      sides: async (report) => [verb(report, 'withdraw'), verb(report, 'withdraw')],
      outcomes: ['200,409'],
    },
    'revise and withdraw': {
      prepare: published,
      sides: async (report) => [verb(report, 'revise'), verb(report, 'withdraw')],
      outcomes: ['200,200', '200,409'],
    },
    'import into and save': {
      prepare: () => rivals.fullReport('2019'),
      sides: async (report) => [await into(report), await save(report)],
      outcomes: ['201,409', '200,409'],
    },
    'import into and an edit of the text': {
      prepare: () => rivals.fullReport('2019'),
      sides: async (report) => [await into(report), await write(report)],
      outcomes: ['200,201', '200,409', '201,409'],
    },
    'the same import twice': {
      prepare: async () => '',
      sides: async () => {
        const fields = { organizationName: `同名机关${random.integer(1_000_000_000)}` }
        return [upload('administrator', fields), upload('administrator', fields)]
      },
      outcomes: ['201,400', '201,409'],
    },
  }

  it.each(Object.entries(races))(
    '%s',
    async (_, { prepare, sides, outcomes }) => {
      for (let i = 0; i < extent.races; i += 1) {
        const calls = await sides(await prepare())
        const answers = await rivals.together(i % 2 === 0 ? calls : calls.reverse())
        const statuses = answers
          .map(({ status }) => status)
          .sort()
          .join()
        if (!outcomes.includes(statuses)) {
          throw new Error(`${statuses}: ${JSON.stringify(answers).slice(0, 2_000)}`)
        }
      }
      expect(await rivals.problems()).toEqual([])
    },
    withinMs,
  )
})

import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { startWithinMs } from './support/extent.ts'
import { onMongo } from './support/freshDatabase.ts'
import { Rivals, fullTables, put, verb } from './support/Rivals.ts'

/** A disk without room, as SQLite meets it: the file may not grow. */
let rivals: Rivals
const onSqlite = onMongo ? it.skip : it

beforeAll(async () => {
  if (!onMongo) rivals = await Rivals.start(1)
}, startWithinMs)
afterAll(() => rivals?.stop())

const fillDisk = () => rivals.workers[0]!.sql('PRAGMA max_page_count = 1')
const makeRoom = () => rivals.workers[0]!.sql('PRAGMA max_page_count = 1000000')

onSqlite(
  'what there is no room for is refused whole, in Chinese, and done when there is',
  async () => {
    const report = await rivals.fullReport()
    const [worker] = rivals.workers
    await fillDisk()
    const statuses = new Set<number>()
    // Small saves may still fit into the pages that there are.
    for (let i = 0; i < 40 && !statuses.has(507); i += 1) {
      const { revision } = await rivals.tablesOf(report)
      const tables = { disclosure: { penalty: { decisions: 5_000 + i } } }
      const { status, body, retryAfter } = await worker!.call(put(report, revision, tables))
      statuses.add(status)
      if (status !== 200) {
        expect({ status, retryAfter }).toEqual({ status: 507, retryAfter: '60' })
        expect(body.errors[0].message).toMatch(/磁盘已满/)
        expect((await rivals.tablesOf(report)).revision).toBe(revision)
      }
      expect(await rivals.problems()).toEqual([])
    }
    expect([...statuses]).toContain(507)
    await fillDisk() // the limit is the connection's, and that one was given up
    const refused = await worker!.call(verb(report, 'publish'))
    expect(refused.status).toBe(507)
    expect(await rivals.problems()).toEqual([])
    await makeRoom()
    const { revision } = await rivals.tablesOf(report)
    await rivals.ask(put(report, revision, fullTables()))
    await rivals.ask(verb(report, 'publish'))
    expect(await rivals.problems()).toEqual([])
  },
)

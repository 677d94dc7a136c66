import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { formatOf } from '../../src/formats/index.ts'
import { balancedTables, variedLeaf } from '../support/balancedTables.ts'
import { extent, startWithinMs, withinMs } from './support/extent.ts'
import { put, Rivals } from './support/Rivals.ts'

let rivals: Rivals
beforeAll(async () => {
  rivals = await Rivals.start(1)
}, startWithinMs)
afterAll(() => rivals.stop())

const onLinux = process.platform === 'linux' ? it : it.skip

/** What one save keeps for ever would be seen after so many: a page for each would be 7 MB. */
const mayGrowBy = 24 * 1024 * 1024

onLinux(
  'many saves leave the open files and the memory where they were after the first 200',
  async () => {
    const worker = rivals.workers[0]!
    const report = await rivals.fullReport()
    let { revision } = await rivals.tablesOf(report)
    const save = async (times: number) => {
      for (let i = 0; i < times; i += 1) {
        const tables = balancedTables(formatOf('2021'), variedLeaf(revision))
        revision = (await rivals.ask<{ revision: number }>(put(report, revision, tables))).revision
      }
    }
    await save(200)
    const before = await worker.usage()
    await save(extent.saves - 200)
    const after = await worker.usage()
    console.info(
      `${extent.saves} saves: files ${before.files} → ${after.files}, memory ${mb(before.resident)} → ${mb(after.resident)} MB`,
    )
    expect(after.files).toBeLessThanOrEqual(before.files)
    expect(after.resident - before.resident).toBeLessThan(mayGrowBy)
  },
  withinMs,
)

const mb = (bytes: number) => Math.round(bytes / 1024 / 1024)

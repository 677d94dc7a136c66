import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createLocalReq } from 'payload'
import { findReport } from '../../src/desk/findReport.ts'
import { loadTables } from '../../src/desk/loadTables.ts'
import { recordSave } from '../../src/desk/recordSave.ts'
import { settle } from '../../src/desk/settle.ts'
import { moveTo } from '../../src/workflow/moveTo.ts'
import { boot, type Booted } from '../support/boot.ts'
import { furnish, newReport } from '../support/office.ts'

let booted: Booted
let town: string

beforeAll(async () => {
  booted = await boot()
  town = (await furnish(booted.payload)).town.id
})
afterAll(() => booted.stop())

/** Two who have read the same state, without a queue or a transaction to keep them apart. */
describe('whoever acts on a state that is gone', () => {
  it('does not take a revision that another save took', async () => {
    const { payload } = booted
    const { id } = await newReport(payload, town, 2070)
    const req = await createLocalReq({}, payload)
    const report = await findReport(req, id)
    const { tables } = await loadTables(req, report)
    const settlement = await settle(req, report, tables, {})
    expect(await recordSave(req, report, settlement)).toBe(1)
    await expect(recordSave(req, report, settlement)).rejects.toMatchObject({ status: 409 })
    expect((await findReport(req, id)).revision).toBe(1)
  })

  it.each([
    ['another stage', { stage: 'published' as const }],
    ['another revision', { revision: 7 }],
  ])('does not move a report that has %s by now', async (_, meanwhile) => {
    const { payload } = booted
    const { id } = await newReport(payload, town, 'revision' in meanwhile ? 2071 : 2072)
    const req = await createLocalReq({}, payload)
    const report = await findReport(req, id)
    await payload.db.updateOne({ collection: 'reports', id, data: meanwhile, req })
    await expect(moveTo(req, report, 'withdrawn', '撤回')).rejects.toMatchObject({ status: 409 })
    expect((await findReport(req, id)).stage).not.toBe('withdrawn')
  })
})

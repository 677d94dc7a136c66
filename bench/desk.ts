import { createLocalReq, type PayloadRequest } from 'payload'
import { loadTables, rowPath } from '../src/desk/loadTables.ts'
import { inTransaction } from '../src/desk/transaction.ts'
import { rowsOf } from '../src/formats/cells.ts'
import { format2019 } from '../src/formats/format2019.ts'
import { format2021 } from '../src/formats/format2021.ts'
import type { Cells, TablesData } from '../src/formats/types.ts'
import type { Reconciliation } from '../src/reconciliation/types.ts'
import { balancedTables, variedLeaf } from '../tests/support/balancedTables.ts'
import { boot } from '../tests/support/boot.ts'
import { furnish, newReport } from '../tests/support/office.ts'
import { restClient } from '../tests/support/rest.ts'

/** A report of 2021 with last year's beside it, and three ways to write all of its cells. */
export interface Desk {
  /** As the admin saves: the whole endpoint, from the request to the answer. */
  save: (tables: TablesData) => Promise<void>
  /** Row by row through Payload, in one transaction, every row with its hooks. */
  saveRows: (tables: TablesData) => Promise<void>
  /** The bare writes of the same rows in one transaction: nothing is asked, checked or recorded. */
  write: (tables: TablesData) => Promise<void>
  /** All cells as they are. To be called before each save, which says what it was based on. */
  read: () => Promise<TablesData>
  stop: () => Promise<void>
}

interface Saved {
  revision: number
  tables: TablesData
  reconciliation: Reconciliation
}

/** Opens a desk on an embedded database of its own. */
export async function openDesk(): Promise<Desk> {
  delete process.env.TEST_MONGODB_URI // the figures are about the embedded database
  const booted = await boot()
  const { payload } = booted
  const office = await furnish(payload)
  const rest = (await restClient(booted, office)).as('editor')
  const requestOf = () =>
    createLocalReq({ user: { ...office.people.editor, collection: 'users' } }, payload)

  const lastYear = await newReport(payload, office.town.id, 2020)
  await rest.call('PUT', `/api/reports/${lastYear.id}/tables`, {
    revision: lastYear.revision,
    tables: balancedTables(format2019, variedLeaf(3)),
  })
  const report = await newReport(payload, office.town.id, 2021)
  const address = `/api/reports/${report.id}/tables`
  const { rowIds } = await loadTables(await requestOf(), report)
  const rows = rowsOf(format2021).map(({ table, row: { key } }) => ({
    id: rowIds.get(rowPath(table, key)) ?? '',
    cellsIn: (tables: TablesData): Cells => tables[table][key] ?? {},
  }))
  const inOneTransaction = async (work: (req: PayloadRequest) => Promise<void>) => {
    const req = await requestOf()
    await inTransaction(req, () => work(req))
  }
  let revision = report.revision

  return {
    async save(tables) {
      const { status, body } = await rest.call<Saved>('PUT', address, { revision, tables })
      if (status !== 200 || body.reconciliation.status !== 'balanced') {
        throw new Error(`the save was answered with ${status}: ${JSON.stringify(body)}`)
      }
    },
    saveRows: (tables) =>
      inOneTransaction(async (req) => {
        for (const { id, cellsIn } of rows) {
          const data = { cells: cellsIn(tables) }
          await payload.update({ collection: 'table-rows', id, data, depth: 0, req })
        }
      }),
    write: (tables) =>
      inOneTransaction(async (req) => {
        const updatedAt = new Date().toISOString()
        for (const { id, cellsIn } of rows) {
          await payload.db.updateOne({
            collection: 'table-rows',
            id,
            data: { cells: cellsIn(tables), updatedAt },
            req,
            returning: false,
          })
        }
      }),
    async read() {
      const { body } = await rest.call<Saved>('GET', address)
      revision = body.revision
      return body.tables
    },
    stop: booted.stop,
  }
}

import type { PayloadRequest } from 'payload'
import type { TablesData } from '../formats/types.ts'
import type { Report } from '../payload-types.ts'
import type { Reconciliation } from '../reconciliation/types.ts'
import { findReport } from './findReport.ts'
import { loadTables, rowPath } from './loadTables.ts'
import { recordSave } from './recordSave.ts'
import { RevisionConflict, WrongStage } from './refusals.ts'
import { settle, type CellChange, type Settlement } from './settle.ts'
import { editableStages } from './stages.ts'
import { inTransaction } from './transaction.ts'

export interface TablesSave {
  /** The revision that the cells were read at. */
  revision: number
  /** Any number of cells in any tables: table → row → column → value. */
  tables: unknown
  hold?: { reason: string }
}

export interface SavedTables {
  revision: number
  tables: TablesData
  reconciliation: Reconciliation
}

/**
 * Saves any number of cells of a report as one. The checks run once over the whole, so the rows are
 * written without the hook that checks a row saved alone.
 * @throws {RevisionConflict} 409 when `revision` is not the current one
 * @throws {WrongStage} 409 when the report may not be edited
 * @throws {Refused} 400 when a value or an identity is wrong and there is no hold
 */
export function saveTables(
  req: PayloadRequest,
  reportId: string,
  save: TablesSave,
): Promise<SavedTables> {
  return inTransaction(req, async () => {
    const report = await findReport(req, reportId)
    if (save.revision !== report.revision) {
      throw new RevisionConflict(save.revision, report.revision)
    }
    if (!editableStages.includes(report.stage)) throw new WrongStage(report.stage, '修改表格')
    const { tables: current, rowIds } = await loadTables(req, report)
    const settlement = await settle(req, report, current, save.tables, save.hold)
    if (isUnchanged(report, settlement)) {
      const { tables, reconciliation } = settlement
      return { revision: report.revision, tables, reconciliation }
    }
    const revision = await recordSave(req, report, settlement)
    await writeRows(req, rowIds, settlement)
    return { revision, tables: settlement.tables, reconciliation: settlement.reconciliation }
  })
}

/** A save that changes nothing takes no revision from others. */
const isUnchanged = (report: Report, { changes, hold }: Settlement): boolean =>
  changes.length === 0 && (hold.reason ?? null) === (report.hold?.reason ?? null)

async function writeRows(
  req: PayloadRequest,
  rowIds: Map<string, string>,
  { tables, changes }: { tables: TablesData; changes: CellChange[] },
): Promise<void> {
  const updatedAt = new Date().toISOString()
  const touched = new Map(changes.map((change) => [rowPath(change.table, change.row), change]))
  for (const [path, { table, row }] of touched) {
    const id = rowIds.get(path)
    if (!id) throw new Error(`Report row ${path} is missing`)
    await req.payload.db.updateOne({
      collection: 'table-rows',
      id,
      data: { cells: tables[table][row], updatedAt },
      req,
      returning: false,
    })
  }
}

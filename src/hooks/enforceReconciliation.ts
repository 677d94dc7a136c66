import { APIError, type CollectionBeforeChangeHook } from 'payload'
import { idOf } from '../access/relations.ts'
import { findReport } from '../desk/findReport.ts'
import { loadTables } from '../desk/loadTables.ts'
import { recordSave } from '../desk/recordSave.ts'
import { Refused, WrongStage } from '../desk/refusals.ts'
import { settle } from '../desk/settle.ts'
import { editableStages } from '../desk/stages.ts'
import type { TableRow } from '../payload-types.ts'

/**
 * A single row that is saved, whichever way, must leave the report reconciled as much as a save of
 * all tables must. Cells that are not sent stay as they are.
 */
export const enforceReconciliation: CollectionBeforeChangeHook<TableRow> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation === 'create' || !originalDoc) {
    throw new APIError('表格行由报告的格式决定，不能单独新增', 400)
  }
  refuseMove(data, originalDoc)
  const given: unknown = data.cells
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new Refused(req, 'table-rows', [
      { path: 'cells', message: '单元格应为“列: 数值”的对象，如 {"total": 3}' },
    ])
  }
  const report = await findReport(req, idOf(originalDoc.report) ?? '')
  if (!editableStages.includes(report.stage)) throw new WrongStage(report.stage, '修改表格')
  const { table, row } = originalDoc
  const { tables } = await loadTables(req, report)
  const settlement = await settle(req, report, tables, { [table]: { [row]: given } })
  if (settlement.changes.length > 0) await recordSave(req, report, settlement)
  return { ...data, cells: settlement.tables[table][row] ?? {} }
}

function refuseMove(data: Partial<TableRow>, original: TableRow): void {
  const moved =
    (data.report !== undefined && idOf(data.report) !== idOf(original.report)) ||
    (data.table !== undefined && data.table !== original.table) ||
    (data.row !== undefined && data.row !== original.row)
  if (moved) throw new APIError('表格行不能移到别的报告、表格或行', 400)
}

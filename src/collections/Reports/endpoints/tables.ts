import type { Endpoint, PayloadRequest } from 'payload'
import { deskState } from '../../../desk/deskState.ts'
import { loadTables } from '../../../desk/loadTables.ts'
import { reconcileReport } from '../../../desk/reconcileReport.ts'
import { Refused } from '../../../desk/refusals.ts'
import { saveTables } from '../../../desk/saveTables.ts'
import { jsonBody } from '../../jsonBody.ts'
import { editableReport, readableReport, textIn } from './request.ts'

/** `GET /api/reports/:id/tables`: the revision and every cell. */
const read: Endpoint = {
  path: '/:id/tables',
  method: 'get',
  handler: async (req) => {
    const report = await readableReport(req)
    const { tables } = await loadTables(req, report)
    return Response.json({ revision: report.revision, format: report.format, tables })
  },
}

/** `PUT /api/reports/:id/tables`: any number of cells in any tables, saved as one. */
const save: Endpoint = {
  path: '/:id/tables',
  method: 'put',
  handler: async (req) => {
    const report = await editableReport(req)
    const body = await jsonBody(req)
    const saved = await saveTables(req, report.id, {
      revision: revisionIn(req, body.revision),
      tables: tablesIn(req, body.tables),
      hold: holdIn(req, body.hold),
    })
    return Response.json(saved)
  },
}

/** `GET /api/reports/:id/reconciliation`: the reconciliation as it stands. */
const reconciliation: Endpoint = {
  path: '/:id/reconciliation',
  method: 'get',
  handler: async (req) => Response.json(await reconcileReport(req, await readableReport(req))),
}

/** `GET /api/reports/:id/desk`: all that the engine looks at, for checking while a person types. */
const desk: Endpoint = {
  path: '/:id/desk',
  method: 'get',
  handler: async (req) => Response.json(await deskState(req, await readableReport(req))),
}

function revisionIn(req: PayloadRequest, value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value
  throw new Refused(req, 'reports', [
    { path: 'revision', message: '请带上读取表格时得到的修订号 revision（不小于 0 的整数）' },
  ])
}

/** Without tables nothing would be saved, and the caller would believe that it was. */
function tablesIn(req: PayloadRequest, value: unknown): object {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw new Refused(req, 'reports', [
    { path: 'tables', message: '请带上要保存的单元格 tables，如 {"applications": {…}}' },
  ])
}

function holdIn(req: PayloadRequest, value: unknown): { reason: string } | undefined {
  if (value === undefined || value === null) return undefined
  const reason = typeof value === 'object' ? (value as { reason?: unknown }).reason : undefined
  return { reason: textIn(req, reason, 'hold.reason', '暂存的原因', true) ?? '' }
}

export const tablesEndpoints: Endpoint[] = [read, save, reconciliation, desk]

import { APIError, type PayloadRequest } from 'payload'
import { audit } from '../desk/audit.ts'
import { reconcileReport } from '../desk/reconcileReport.ts'
import { cellRefsOf } from '../formats/cells.ts'
import { formatOf } from '../formats/index.ts'
import { inTransaction } from '../desk/transaction.ts'
import type { Report } from '../payload-types.ts'
import type { Reconciliation } from '../reconciliation/types.ts'
import { readReport } from './readReport.ts'
import { resolveOrganization } from './resolveOrganization.ts'
import { storeReport } from './storeReport.ts'
import type { ImportedReport, Unread } from './types.ts'

export interface ImportOptions {
  file: { name: string; data: Uint8Array }
  /** Slug or id. */
  organization?: string
  organizationName?: string
  year?: number
  /** Reason to keep numbers that do not reconcile. */
  hold?: string
  /** Set by the command, which no person's rights bind. */
  asSystem?: boolean
}

export interface Imported {
  /** How many cells of the form were read from the file. */
  cells: { read: number; of: number }
  report: Report
  reconciliation: Reconciliation
  unread: Unread[]
}

/**
 * Reads a file and makes a report of it, all or nothing: narrative, tables, channels and figures.
 * @throws {UnreadableFile} when the file is no report; 400, 403 or 409 as any other way of saving
 */
export async function importReport(
  req: PayloadRequest,
  { file, year: wantedYear, hold, asSystem = false, ...wanted }: ImportOptions,
): Promise<Imported> {
  const read = readReport(file, { year: wantedYear })
  const year = wantedYear ?? read.year
  if (!year) throw new APIError('文件中没有读出报告年度，请指明 year', 400)
  return inTransaction(req, async () => {
    const organization = await resolveOrganization(req, {
      ...wanted,
      nameInFile: read.organizationName,
      asSystem,
    })
    const report = await storeReport(req, read, { organization: organization.id, year, hold })
    await audit(req, report, {
      action: 'import',
      comment: file.name,
      details: { unread: read.unread },
    })
    return {
      report,
      cells: countCells(read),
      reconciliation: await reconcileReport(req, report),
      unread: read.unread,
    }
  })
}

function countCells({ format, tables }: ImportedReport): Imported['cells'] {
  const cells = cellRefsOf(formatOf(format))
  const filled = cells.filter(({ table, row, column }) => {
    const value = tables[table][row]?.[column]
    return value !== null && value !== undefined
  })
  return { read: filled.length, of: cells.length }
}

import { APIError, type PayloadRequest } from 'payload'
import { audit } from '../desk/audit.ts'
import { reconcileReport } from '../desk/reconcileReport.ts'
import { cellRefsOf } from '../formats/cells.ts'
import { formatOf } from '../formats/index.ts'
import { inTransaction } from '../desk/transaction.ts'
import type { Report } from '../payload-types.ts'
import type { Reconciliation } from '../reconciliation/types.ts'
import { existingReport, targetReport } from './existingReport.ts'
import { readReport } from './readReport.ts'
import { resolveOrganization } from './resolveOrganization.ts'
import { everything, type Selection } from './selection.ts'
import { storeReport } from './storeReport.ts'
import { takeIntoReport } from './takeIntoReport.ts'
import type { ImportedReport, Unread } from './types.ts'

export interface ImportOptions {
  file: { name: string; data: Uint8Array }
  /** Slug or id. */
  organization?: string
  organizationName?: string
  year?: number
  /** Reason to keep numbers that do not reconcile. */
  hold?: string
  /** The parts to take; all when absent. */
  take?: Selection
  /** Take the parts into this report (id), or into the one of the organ and year (`existing`). */
  into?: string
  /** The revision of that report when the person chose; a later one is a conflict. */
  revision?: number
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
 * Reads a file and makes a report of it, or takes parts of it into a report; all or nothing.
 * @throws {UnreadableFile} when the file is no report; 400, 403 or 409 as any other way of saving
 */
export async function importReport(req: PayloadRequest, options: ImportOptions): Promise<Imported> {
  const { file, into, take = everything } = options
  const target = isReport(into) ? await targetReport(req, into, options) : undefined
  const read = readReport(file, { year: target?.year ?? options.year })
  return inTransaction(req, async () => {
    const report = await store(req, read, { ...options, take })
    await audit(req, report, {
      action: 'import',
      comment: file.name,
      details: {
        unread: read.unread,
        ...(into || options.take ? { take, into: into ?? null } : {}),
      },
    })
    return {
      report,
      cells: countCells(read),
      reconciliation: await reconcileReport(req, report),
      unread: read.unread,
    }
  })
}

const isReport = (into: string | undefined): into is string =>
  into !== undefined && into !== 'existing'

async function store(
  req: PayloadRequest,
  read: ImportedReport,
  options: ImportOptions & { take: Selection },
): Promise<Report> {
  const { take, into, revision, hold, asSystem = false } = options
  const place = { take, revision, hold, asSystem }
  if (isReport(into)) {
    return takeIntoReport(req, await targetReport(req, into, options), read, place)
  }
  const { year } = read
  if (!year) throw new APIError('文件中没有读出报告年度，请指明 year', 400)
  const { organization: named, organizationName } = options
  const nameInFile = read.organizationName
  const wanted = { organization: named, organizationName, nameInFile, asSystem }
  const organization = await resolveOrganization(req, wanted)
  if (!into) return storeReport(req, read, { organization: organization.id, year, hold }, take)
  const existing = await existingReport(req, organization.id, year)
  if (!existing) {
    throw new APIError(`“${organization.name}”还没有 ${year} 年度的报告，无法并入`, 400)
  }
  return takeIntoReport(req, existing, read, place)
}

/** @returns how many cells of its form a file gives */
export function countCells({ format, tables }: ImportedReport): Imported['cells'] {
  const cells = cellRefsOf(formatOf(format))
  const filled = cells.filter(({ table, row, column }) => {
    const value = tables[table][row]?.[column]
    return value !== null && value !== undefined
  })
  return { read: filled.length, of: cells.length }
}

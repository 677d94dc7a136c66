import type { PayloadRequest } from 'payload'
import { actorName, audit } from '../desk/audit.ts'
import { findReport } from '../desk/findReport.ts'
import { Refused, WrongStage } from '../desk/refusals.ts'
import type { Stage } from '../desk/stages.ts'
import { inTransaction } from '../desk/transaction.ts'
import { findColumn } from '../formats/cells.ts'
import { formatOf } from '../formats/index.ts'
import type { CellRef } from '../formats/types.ts'
import type { Report } from '../payload-types.ts'
import { moveTo } from './moveTo.ts'

export interface CellComment extends CellRef {
  comment: string
}

export interface Returned {
  stage: 'drafting' | 'revising'
  returned: NonNullable<Report['returned']>
}

/** What a report carries that nobody has returned. */
export const notReturned: NonNullable<Report['returned']> = {
  comment: null,
  by: null,
  at: null,
  cells: [],
}

const returnable: readonly Stage[] = ['submitted', 'cleared']

/**
 * Gives a submitted report back to its editor, with what is to be mended: on the whole, and on
 * single cells. The comments stay on the report until it is submitted again.
 * @throws {WrongStage} 409; {Refused} 400 when a comment is on a cell that the form does not have
 */
export function returnReport(
  req: PayloadRequest,
  reportId: string,
  comment: string,
  cells: readonly CellComment[] = [],
): Promise<Returned> {
  return inTransaction(req, async () => {
    const report = await findReport(req, reportId)
    if (!returnable.includes(report.stage)) throw new WrongStage(report.stage, '退回')
    refuseUnknownCells(req, report, cells)
    const stage = report.publishedRevision > 0 ? 'revising' : 'drafting'
    const returned = {
      comment,
      by: actorName(req),
      at: new Date().toISOString(),
      cells: [...cells],
    }
    await moveTo(req, report, stage, '退回', { returned })
    await audit(req, report, { action: 'return', comment, details: { cells } })
    return { stage, returned }
  })
}

function refuseUnknownCells(
  req: PayloadRequest,
  report: Report,
  cells: readonly CellComment[],
): void {
  const format = formatOf(report.format ?? '')
  const problems = cells.flatMap((cell, index) =>
    findColumn(format, cell)
      ? []
      : [
          {
            path: `cells.${index}`,
            message: `报告格式中没有单元格 ${cell.table}.${cell.row}.${cell.column}`,
          },
        ],
  )
  if (problems.length > 0) throw new Refused(req, 'reports', problems)
}

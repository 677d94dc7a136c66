import type { PayloadRequest } from 'payload'
import type { Report } from '../payload-types.ts'
import type { ReconciliationInput } from '../reconciliation/types.ts'
import { reconciliationInput } from './reconcileReport.ts'

/** What the admin needs to run the engine by itself: its input with forms by their key. */
export interface DeskState extends Omit<ReconciliationInput, 'format' | 'lastYear'> {
  revision: number
  stage: Report['stage']
  format: string
  lastYear?: Omit<NonNullable<ReconciliationInput['lastYear']>, 'format'> & { format: string }
}

/** Reads what a person at the desk works on, within the request's transaction. */
export async function deskState(req: PayloadRequest, report: Report): Promise<DeskState> {
  const { format, lastYear, ...input } = await reconciliationInput(req, report)
  return {
    revision: report.revision,
    stage: report.stage,
    ...input,
    format: format.key,
    ...(lastYear && { lastYear: { ...lastYear, format: lastYear.format.key } }),
  }
}

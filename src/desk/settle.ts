import type { PayloadRequest } from 'payload'
import { formatOf } from '../formats/index.ts'
import { applyPatch, checkPatch } from '../formats/patch.ts'
import type { CellRef, CellValue, TablesData } from '../formats/types.ts'
import type { Report } from '../payload-types.ts'
import { reconcile } from '../reconciliation/index.ts'
import type { Finding, Reconciliation } from '../reconciliation/types.ts'
import { actorName } from './audit.ts'
import { reconciliationInput } from './reconcileReport.ts'
import { Refused, refuseViolated } from './refusals.ts'

export interface CellChange extends CellRef {
  before: CellValue
  after: CellValue
}

/** What a save comes to, before anything is written. */
export interface Settlement {
  tables: TablesData
  changes: CellChange[]
  reconciliation: Reconciliation
  hold: NonNullable<Report['hold']>
}

const noHold = { reason: null, by: null, at: null }

/**
 * The one place that decides whether cells may be saved: values first, then the identities.
 * A report that is already on hold may be saved as long as nothing is violated that was not.
 * @param patch some cells, as they were sent
 * @param hold why numbers that do not add up are kept all the same
 * @throws {Refused} with every problem by name; nothing has been written then
 */
export async function settle(
  req: PayloadRequest,
  report: Report,
  current: TablesData,
  patch: unknown,
  hold?: { reason: string },
): Promise<Settlement> {
  const format = formatOf(report.format ?? '')
  const checked = checkPatch(format, patch)
  if (checked.problems.length > 0) throw new Refused(req, 'table-rows', checked.problems)
  const tables = applyPatch(current, checked.patch)
  const input = await reconciliationInput(req, report, tables)
  const reconciliation = reconcile(input)
  const changes = changesBetween(current, tables)
  if (reconciliation.status !== 'violated') {
    return { tables, changes, reconciliation, hold: noHold }
  }
  if (hold) {
    const at = new Date().toISOString()
    return {
      tables,
      changes,
      reconciliation,
      hold: { reason: hold.reason, by: actorName(req), at },
    }
  }
  const before = reconcile({ ...input, tables: current })
  if (!report.hold?.reason || addsViolation(before, reconciliation)) {
    throw refuseViolated(req, format, reconciliation)
  }
  return { tables, changes, reconciliation, hold: report.hold }
}

function addsViolation(before: Reconciliation, after: Reconciliation): boolean {
  const known = new Set(violations(before).map(identityOf))
  return violations(after).some((finding) => !known.has(identityOf(finding)))
}

const violations = ({ findings }: Reconciliation): Finding[] =>
  findings.filter(({ severity, status }) => severity === 'error' && status === 'violated')

/** Which identity a finding is about, whatever the values. */
const identityOf = ({ rule, cells }: Finding): string => `${rule} ${JSON.stringify(cells)}`

function changesBetween(before: TablesData, after: TablesData): CellChange[] {
  const changes: CellChange[] = []
  for (const table of Object.keys(after) as (keyof TablesData)[]) {
    for (const [row, cells] of Object.entries(after[table])) {
      for (const [column, value] of Object.entries(cells)) {
        const old = before[table][row]?.[column] ?? null
        if (old !== value) changes.push({ table, row, column, before: old, after: value })
      }
    }
  }
  return changes
}
